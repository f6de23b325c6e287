if ARGV[1] == '' then
    redis.call('DEL', KEYS[1])
    return false
end
redis.call('SET', KEYS[1], ARGV[1])
return redis.call('GET', KEYS[1])
