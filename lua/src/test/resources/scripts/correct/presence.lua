-- Who was seen in the last half minute, by the server's clock.
-- run: KEYS p ARGV ann => ["ann"]
-- run: KEYS p ARGV bob => ["ann", *]
local now = tonumber(redis.call('TIME')[1])
redis.call('ZADD', KEYS[1], now, ARGV[1])
redis.call('ZREMRANGEBYSCORE', KEYS[1], 0, now - 30)
return redis.call('ZRANGEBYSCORE', KEYS[1], now - 30, '+inf')
