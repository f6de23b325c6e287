local expected = tonumber(ARGV[1])
local value = ARGV[2]
local version = tonumber(redis.call('GET', KEYS[2]) or '0')
if version ~= expected then
    return false
end
redis.call('SET', KEYS[1], value)
return redis.call('INCR', KEYS[2])
