-- Adds a job: its number from a counter, its fields in a hash, its id in a list or, with a delay, in a sorted set.
-- The job's hash is {q}:<id>: the prefix carries the queue's hash tag.
-- run: KEYS {q}:id {q}:wait {q}:delayed ARGV {q}: mail {"to":"x"} 1000 0 => "1"
-- run: KEYS {q}:id {q}:wait {q}:delayed ARGV {q}: mail {"to":"y"} 1000 500 => "2"
-- then: LRANGE {q}:wait 0 -1 => ["1"]
-- then: ZSCORE {q}:delayed 2 => "1500"
local jobId = redis.call("INCR", KEYS[1])
local id = tostring(jobId)
local jobKey = KEYS[1] .. ":" .. id
redis.call("HMSET", jobKey, "name", ARGV[2], "data", ARGV[3], "timestamp", ARGV[4], "delay", ARGV[5])
local delay = tonumber(ARGV[5]) or 0
if delay > 0 then
  redis.call("ZADD", KEYS[3], tonumber(ARGV[4]) + delay, id)
else
  redis.call("LPUSH", KEYS[2], id)
end
return id
