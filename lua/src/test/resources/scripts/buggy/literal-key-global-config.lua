-- with: profile=cluster
-- expect: PG309
local limit = tonumber(redis.call('GET', 'config:limit') or 100)
local used = redis.call('INCR', KEYS[1])
return used > limit and 0 or 1
