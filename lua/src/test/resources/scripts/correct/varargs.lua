-- run: KEYS k ARGV a 1 b 2 => 2
-- run: KEYS k ARGV a 1 c 3 => 1
local function hset(key, ...)
  local n = select('#', ...)
  if n == 0 or n % 2 == 1 then
    error('fields come in pairs', 0)
  end
  return redis.call('HSET', key, ...)
end
return hset(KEYS[1], unpack(ARGV))
