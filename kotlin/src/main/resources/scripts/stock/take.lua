local stock, quantity = tonumber(redis.call('GET', KEYS[1]) or '0'), tonumber(ARGV[1])
if stock < quantity then
    return {0, stock}
end
return {1, redis.call('DECRBY', KEYS[1], quantity)}
