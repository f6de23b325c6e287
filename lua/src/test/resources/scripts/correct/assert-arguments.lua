-- run: KEYS k ARGV 5 => +OK
-- run: KEYS k ARGV five => -ERR
local seconds = assert(tonumber(ARGV[1]), 'the time must be a number')
return redis.call('SET', KEYS[1], 'x', 'EX', seconds)
