-- Every request is a member of a sorted set; the server's clock decides.
-- run: KEYS {r}:log {r}:seq ARGV 2 60 => [1, 1]
-- run: KEYS {r}:log {r}:seq ARGV 2 60 => [1, 0]
-- run: KEYS {r}:log {r}:seq ARGV 2 60 => [0, 0]
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local window = tonumber(ARGV[2]) * 1000000
local limit = tonumber(ARGV[1])

redis.call('ZREMRANGEBYSCORE', KEYS[1], 0, now - window)
local count = redis.call('ZCARD', KEYS[1])
if count >= limit then
  return {0, 0}
end
local id = redis.call('INCR', KEYS[2])
redis.call('ZADD', KEYS[1], now, id)
redis.call('EXPIRE', KEYS[1], ARGV[2])
redis.call('EXPIRE', KEYS[2], ARGV[2])
return {1, limit - count - 1}
