-- Sells up to `quantity` items to a user, once.
local stock = tonumber(redis.call('GET', KEYS[1]) or '0')
local userId, quantity = ARGV[1], tonumber(ARGV[2])

if redis.call('HEXISTS', KEYS[2], userId) == 1 then
    return {2, stock}
end
if stock < quantity then
    return {0, stock}
end
redis.call('HSET', KEYS[2], userId, quantity)
return {1, redis.call('DECRBY', KEYS[1], quantity)}
