local REFUSED, PAID, REPEATED = 0, 1, 2
local cents = tonumber(ARGV[1])
local reference = ARGV[2]
local balance = tonumber(redis.call('GET', KEYS[1]) or '0')

if redis.call('SISMEMBER', KEYS[2], reference) == 1 then
    return {REPEATED, balance, reference}
elseif balance < cents then
    return {REFUSED, balance, reference}
end
redis.call('SADD', KEYS[2], reference)
return {PAID, redis.call('DECRBY', KEYS[1], cents), reference}
