local source, target = KEYS[1], KEYS[2]
local amount = tonumber(ARGV[1])

local function balance(account)
    return tonumber(redis.call('GET', account) or '0')
end

if balance(source) < amount then
    return 0
end
redis.call('DECRBY', source, amount)
redis.call('INCRBY', target, amount)
return 1
