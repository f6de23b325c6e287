local owner = ARGV[1]
local lease = tonumber(ARGV[2])
local held = redis.call('EXISTS', KEYS[1])
if held == 1 then
    return false
end
redis.call('SETEX', KEYS[1], lease, owner)
return redis.call('INCR', KEYS[2])
