local count = tonumber(ARGV[1])
local flat = redis.call('ZRANGE', KEYS[1], 0, count - 1, 'REV', 'WITHSCORES')
local standings = {}
for i = 1, #flat, 2 do
    standings[#standings + 1] = {flat[i], flat[i + 1]}
end
return standings
