-- Small counters packed into one string, which stop at their maximum.
-- run: KEYS b ARGV 3 200 => 200
-- run: KEYS b ARGV 3 200 => 255
-- run: KEYS b ARGV 0 1 => 1
local at = '#' .. ARGV[1]
local reply = redis.call('BITFIELD', KEYS[1], 'OVERFLOW', 'SAT', 'INCRBY', 'u8', at, ARGV[2])
return reply[1]
