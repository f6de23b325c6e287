local requestId, limit = ARGV[1], tonumber(ARGV[2])
local running = redis.call('SCARD', KEYS[1])
if running < limit then
    redis.call('SADD', KEYS[1], requestId)
    return 0
end
return redis.call('RPUSH', KEYS[2], requestId)
