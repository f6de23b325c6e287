-- run: KEYS a:{1} b:{1} ARGV 3
local moved = {}
for _ = 1, tonumber(ARGV[1]) do
    local item = redis.call('LMOVE', KEYS[1], KEYS[2], 'LEFT', 'RIGHT')
    if not item then
        break
    end
    moved[#moved + 1] = item
end
return moved
