if tonumber(redis.call('GET', KEYS[1]) or '0') < 1 then
    return {0, 0}
end
return {1, redis.call('DECR', KEYS[1])}
