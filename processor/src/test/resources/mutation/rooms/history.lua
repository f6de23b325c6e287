local offset = tonumber(ARGV[1])
local count = tonumber(ARGV[2])
return redis.call('LRANGE', KEYS[1], offset, offset + count - 1)
