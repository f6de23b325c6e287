-- given: RPUSH {q}:wait a b
-- run: KEYS {q}:wait {q}:busy ARGV 1700000000 => "a"
-- run: KEYS {q}:wait {q}:busy ARGV 1700000000 => "b"
-- run: KEYS {q}:wait {q}:busy ARGV 1700000000 => nil
local job = redis.call('LPOP', KEYS[1])
if job then
  redis.call('ZADD', KEYS[2], ARGV[1], job)
end
return job
