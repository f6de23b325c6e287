local levels = redis.call('HMGET', KEYS[1], ARGV[1], ARGV[2])
local known = {}
for i, level in ipairs(levels) do
    known[i] = tonumber(level or '0')
end
return known
