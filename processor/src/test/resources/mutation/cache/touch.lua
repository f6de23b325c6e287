local ttl = ARGV[1]
local values = {}
for i = 1, #KEYS do
    local value = redis.call('GET', KEYS[i])
    if value then
        redis.call('EXPIRE', KEYS[i], ttl)
    end
    values[i] = value
end
return values
