-- Puts a failed job back with an exponential delay, or into the dead letters after the last attempt.
-- run: KEYS {j}:h {j}:delayed {j}:dead ARGV 7 2 1000 100 => [0, 200]
-- run: KEYS {j}:h {j}:delayed {j}:dead ARGV 7 2 1000 100 => [1, 2]
-- then: LRANGE {j}:dead 0 -1 => ["7"]
local attempts = redis.call('HINCRBY', KEYS[1], 'attempts', 1)
local id, max = ARGV[1], tonumber(ARGV[2])
if attempts < max then
  local backoff = tonumber(ARGV[4]) * 2 ^ attempts
  redis.call('ZADD', KEYS[2], tonumber(ARGV[3]) + backoff, id)
  return { 0, backoff }
end
redis.call('ZREM', KEYS[2], id)
redis.call('LPUSH', KEYS[3], id)
redis.call('LTRIM', KEYS[3], 0, 999)
return { 1, attempts }
