local size = tonumber(ARGV[1])
local last = redis.call('INCRBY', KEYS[1], size)
local first = last - size + 1
return {first, last}
