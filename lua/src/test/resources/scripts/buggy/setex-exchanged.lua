local token = ARGV[1]
local ttl = ARGV[2]
-- expect: PG511
return redis.call('SETEX', KEYS[1], token, ttl)
