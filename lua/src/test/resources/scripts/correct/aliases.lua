-- run: KEYS {a}:1 {a}:2 ARGV 5 => [5, 10]
-- run: KEYS {a}:1 {a}:2 ARGV 1 => [6, 12]
local call, keys, args = redis.call, KEYS, ARGV
local step = args[1]
local first, second = keys[1], keys[2]
do
  local incr = function(key, by) return call('incrby', key, by) end
  return { incr(first, step), incr(second, step * 2) };
end
