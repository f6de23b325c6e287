local limit = tonumber(ARGV[1])
local window = ARGV[2]
local count = redis.call('INCR', KEYS[1])
if count == 1 then
    redis.call('PEXPIRE', KEYS[1], window)
end
if count > limit then
    return {0, 0}
end
return {1, limit - count}
