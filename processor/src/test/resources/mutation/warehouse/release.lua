local sku, quantity, reason = ARGV[1], tonumber(ARGV[2]), ARGV[3]
local reserved = tonumber(redis.call('HGET', KEYS[2], sku) or 0)
if reserved < quantity then
    return redis.error_reply('OVERRELEASE only ' .. reserved .. ' are reserved')
end
if reserved == quantity then
    redis.call('HDEL', KEYS[2], sku)
else
    redis.call('HINCRBY', KEYS[2], sku, -quantity)
end
redis.call('HINCRBY', KEYS[1], sku, quantity)
redis.call('LPUSH', KEYS[3], sku .. ' ' .. reason)
redis.call('LTRIM', KEYS[3], 0, 99)
