-- run: KEYS k ARGV SET v => +OK
-- run: KEYS k ARGV APPEND w => 2
local command = table.remove(ARGV, 1)
return redis.call(command, KEYS[1], unpack(ARGV))
