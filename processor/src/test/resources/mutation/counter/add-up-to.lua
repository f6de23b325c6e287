local amount = tonumber(ARGV[1])
local limit = tonumber(ARGV[2])
local current = tonumber(redis.call('GET', KEYS[1])) or 0
if current + amount > limit then
    amount = limit - current
end
if amount <= 0 then
    return current
end
return redis.call('INCRBY', KEYS[1], amount)
