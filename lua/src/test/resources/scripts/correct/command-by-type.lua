-- given: ZADD z 1 a 2 b
-- given: SADD s a
-- run: KEYS z => ["a", "b"]
-- run: KEYS s => ["a"]
-- run: KEYS none => []
local kind = redis.call('TYPE', KEYS[1]).ok
local sorted = kind == 'zset'
local all = sorted and 'ZRANGE' or 'SMEMBERS'
if sorted then
  return redis.call(all, KEYS[1], 0, -1)
end
return redis.call(all, KEYS[1])
