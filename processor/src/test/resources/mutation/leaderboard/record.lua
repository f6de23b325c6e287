local player = ARGV[1]
local score = tonumber(ARGV[2])
local changed = redis.call('ZADD', KEYS[1], 'GT', 'CH', score, player)
if changed == 0 then
    return 0
end
local best = tonumber(redis.call('HGET', KEYS[2], 'score') or '-1')
if score > best then
    redis.call('HSET', KEYS[2], 'score', score, 'player', player)
end
return 1
