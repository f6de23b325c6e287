-- run: KEYS bm:{1} ARGV 100 7
local size = tonumber(ARGV[1])
local seen = 1
for i = 1, 3 do
    local bit_at = (tonumber(ARGV[2]) * (2 * i + 1) + i) % size
    if redis.call('SETBIT', KEYS[1], bit_at, 1) == 0 then
        seen = 0
    end
end
return seen
