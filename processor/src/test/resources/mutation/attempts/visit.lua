local day, visitor = ARGV[1], ARGV[2]
local bits = KEYS[1] .. ':' .. day
if redis.call('SETBIT', bits, visitor, 1) == 0 then
    redis.call('HINCRBY', KEYS[1], 'total', 1)
end
return redis.call('BITCOUNT', bits)
