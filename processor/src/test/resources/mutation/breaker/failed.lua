local threshold = tonumber(ARGV[1])
local window, pause = ARGV[2], ARGV[3]
local failures = redis.call('INCR', KEYS[2])
if failures == 1 then
    redis.call('PEXPIRE', KEYS[2], window)
end
if failures >= threshold then
    redis.call('SET', KEYS[1], failures, 'PX', pause)
    redis.call('DEL', KEYS[2])
    return 1
end
return 0
