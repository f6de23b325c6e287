-- run: KEYS c ARGV 2 => 1
-- run: KEYS c ARGV 2 => 2
-- run: KEYS c ARGV 2 => -1
local n = tonumber(redis.call('GET', KEYS[1]) or '0')
return n < tonumber(ARGV[1]) and redis.call('INCR', KEYS[1]) or -1
