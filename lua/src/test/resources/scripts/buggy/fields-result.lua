local result = {}
result.allowed = redis.call('INCR', KEYS[1]) <= tonumber(ARGV[1])
result.ttl = redis.call('TTL', KEYS[1])
-- expect: PG703
return result
