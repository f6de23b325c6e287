-- A running mean; it is returned as text.
-- run: KEYS m ARGV 1 => "1"
-- run: KEYS m ARGV 2 => "1.5"
local n = redis.call('HINCRBY', KEYS[1], 'n', 1)
local sum = redis.call('HINCRBYFLOAT', KEYS[1], 'sum', ARGV[1])
return tostring(sum / n)
