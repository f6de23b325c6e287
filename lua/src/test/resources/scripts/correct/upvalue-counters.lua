-- Deletes expired members from several sets, and says how many of each.
-- given: ZADD {e}:1 1 a 5 b
-- given: ZADD {e}:2 1 c
-- run: KEYS {e}:1 {e}:2 ARGV 3 => [2, [1, 1]]
-- run: KEYS {e}:1 {e}:2 ARGV 3 => [0, [0, 0]]
local total = 0
local each = {}
local function sweep(i)
  local n = redis.call('ZREMRANGEBYSCORE', KEYS[i], '-inf', '(' .. ARGV[1])
  total = total + n
  each[i] = n
end
for i = 1, #KEYS do sweep(i) end
return { total, each }
