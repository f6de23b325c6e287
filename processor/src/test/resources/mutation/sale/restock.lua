local quantity = tonumber(ARGV[1])
local ceiling = tonumber(ARGV[2])
local stock = redis.call('INCRBY', KEYS[1], quantity)
if stock > ceiling then
    redis.call('SET', KEYS[1], ceiling)
    stock = ceiling
end
return stock
