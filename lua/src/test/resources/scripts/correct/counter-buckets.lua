-- Counts per minute in one hash, and drops buckets that are too old.
-- given: HSET h 10 5 11 7
-- run: KEYS h ARGV 12 2 => 8
-- then: HGET h 10 => nil
local now, keep = tonumber(ARGV[1]), tonumber(ARGV[2])
redis.call('HINCRBY', KEYS[1], ARGV[1], 1)
local sum = 0
local all = redis.call('HGETALL', KEYS[1])
for i = 1, #all, 2 do
  local minute = tonumber(all[i])
  if minute <= now - keep then
    redis.call('HDEL', KEYS[1], all[i])
  else
    sum = sum + all[i + 1]
  end
end
return sum
