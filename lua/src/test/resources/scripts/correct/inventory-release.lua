-- given: HSET {s}:reserved o1 3
-- run: KEYS {s}:stock {s}:reserved ARGV o1 => 3
-- run: KEYS {s}:stock {s}:reserved ARGV o1 => nil
local held = redis.call('HGET', KEYS[2], ARGV[1])
if held == false then
  return nil
end
redis.call('HDEL', KEYS[2], ARGV[1])
return redis.call('INCRBY', KEYS[1], held)
