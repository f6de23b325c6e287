-- with: profile=cluster strict
local target = redis.call('GET', KEYS[1])
if not target then return false end
-- expect: PG312
return redis.call('HGETALL', target)
