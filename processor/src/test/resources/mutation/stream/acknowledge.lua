local group, id = ARGV[1], ARGV[2]
local done = redis.call('XACK', KEYS[1], group, id)
local last = false
local entries = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)
if #entries > 0 then
    last = entries[1][1]
end
return {done, redis.call('XLEN', KEYS[1]), last}
