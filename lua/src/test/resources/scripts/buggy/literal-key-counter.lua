-- with: profile=cluster
-- expect: PG309
local n = redis.call('INCR', 'page:views')
return n
