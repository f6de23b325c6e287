-- A page of a list with the number of all: nested replies.
-- given: RPUSH l a b c
-- run: KEYS l ARGV 2 1 => [3, ["b", "c"]]
-- run: KEYS none ARGV 2 0 => [0, []]
local size, offset = tonumber(ARGV[1]), tonumber(ARGV[2])
return {
	redis.call('LLEN', KEYS[1]),
	redis.call('LRANGE', KEYS[1], offset, offset + size - 1);
}
