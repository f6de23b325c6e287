-- run: KEYS lb ARGV 2 1 100 => 0
-- run: KEYS lb ARGV 2 1 100 => 0
-- run: KEYS lb ARGV 2 1 100 => 1
-- run: KEYS lb ARGV 2 1 101 => 0
-- Returns the whole seconds to wait, 0 when the request may pass.
local capacity, leak, now = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local level, last = unpack(redis.call('HMGET', KEYS[1], 'level', 'last'))
level = tonumber(level or 0)
last = tonumber(last or now)
level = math.max(0, level - (now - last) * leak)
if level + 1 > capacity then
  return math.ceil((level + 1 - capacity) / leak)
end
redis.call('HMSET', KEYS[1], 'level', level + 1, 'last', now)
redis.call('EXPIRE', KEYS[1], math.ceil(capacity / leak) + 1)
return 0
