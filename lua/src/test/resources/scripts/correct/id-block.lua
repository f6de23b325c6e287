-- Reserves a block of numbers and returns its ends.
-- run: KEYS n ARGV 100 => [1, 100]
-- run: KEYS n ARGV 100 => [101, 200]
local size = tonumber(ARGV[1])
local last = redis.call('INCRBY', KEYS[1], size)
return { last - size + 1, last }
