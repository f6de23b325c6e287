local data, idle, limit = ARGV[1], ARGV[2], tonumber(ARGV[3])
if redis.call('SCARD', KEYS[2]) >= limit then
    return 0
end
redis.call('SET', KEYS[1], data, 'PX', idle)
redis.call('SADD', KEYS[2], KEYS[1])
return 1
