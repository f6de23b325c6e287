local limit, windowSeconds, lockSeconds = tonumber(ARGV[1]), ARGV[2], ARGV[3]
local count = redis.call('INCR', KEYS[1])
if count == 1 then
    redis.call('EXPIRE', KEYS[1], windowSeconds)
elseif count >= limit then
    redis.call('SETEX', KEYS[2], lockSeconds, count)
    redis.call('DEL', KEYS[1])
    return 0
end
return limit - count
