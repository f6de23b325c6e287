-- run: KEYS {m}:a {m}:b ARGV 0
local values = redis.call('MGET', unpack(KEYS))
for i, value in ipairs(values) do
    if not value then
        values[i] = ARGV[1]
    end
end
return values
