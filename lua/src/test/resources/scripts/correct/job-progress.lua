-- given: HSET j state active
-- run: KEYS j {j}:events ARGV 42 => 0
-- run: KEYS none {j}:events ARGV 42 => -1
if redis.call("EXISTS", KEYS[1]) == 1 then
  redis.call("HSET", KEYS[1], "progress", ARGV[1])
  redis.call("XADD", KEYS[2], "MAXLEN", "~", 1000, "*", "event", "progress", "value", ARGV[1])
  return 0
else
  return -1
end
