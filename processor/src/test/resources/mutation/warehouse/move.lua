local sku = ARGV[1]
local quantity = tonumber(ARGV[2])
local here = tonumber(redis.call('HGET', KEYS[1], sku) or '0')
local moved = math.min(here, quantity)
if moved <= 0 then
    return 0
end
redis.call('HINCRBY', KEYS[1], sku, -moved)
redis.call('HINCRBY', KEYS[2], sku, moved)
return moved
