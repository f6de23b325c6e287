local sku = ARGV[1]
local quantity = tonumber(ARGV[2])

local available = redis.call('HGET', KEYS[1], sku)
if available == false then
    return 'UNKNOWN'
end
if tonumber(available) < quantity then
    return 'INSUFFICIENT'
end
redis.call('HINCRBY', KEYS[1], sku, -quantity)
redis.call('HINCRBY', KEYS[2], sku, quantity)
return 'RESERVED'
