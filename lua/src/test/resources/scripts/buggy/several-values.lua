local value = redis.call('GET', KEYS[1])
local ttl = redis.call('TTL', KEYS[1])
-- expect: PG706
return value, ttl
