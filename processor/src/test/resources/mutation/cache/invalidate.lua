local removed = 0
for _, id in ipairs(redis.call('SMEMBERS', KEYS[1])) do
    removed = removed + 1
    redis.call('SREM', KEYS[1], id)
end
redis.call('DEL', KEYS[1])
return removed
