local owner = ARGV[1]
local ttl = tonumber(ARGV[2])
local current = redis.call('GET', KEYS[1])
if current ~= owner then
    return 0
end
if redis.call('PTTL', KEYS[1]) >= ttl then
    return 1
end
return redis.call('PEXPIRE', KEYS[1], ttl)
