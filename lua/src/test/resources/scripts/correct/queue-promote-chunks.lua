-- Moves the jobs that are due from the delayed set to the list, at most 5000 values a command.
-- given: ZADD {d}:delayed 1 a 2 b 9 c
-- run: KEYS {d}:delayed {d}:ready ARGV 5 => 2
-- run: KEYS {d}:delayed {d}:ready ARGV 5 => 0
-- then: LRANGE {d}:ready 0 -1 => ["a", "b"]
local jobs = redis.call('zrangebyscore', KEYS[1], '-inf', ARGV[1])
if #jobs == 0 then
  return 0
end
redis.call('zremrangebyrank', KEYS[1], 0, #jobs - 1)
for i = 1, #jobs, 5000 do
  redis.call('rpush', KEYS[2], unpack(jobs, i, math.min(i + 4999, #jobs)))
end
return #jobs
