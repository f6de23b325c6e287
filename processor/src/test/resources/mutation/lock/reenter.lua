local owner, ttlMillis = ARGV[1], ARGV[2]
local free = redis.call('EXISTS', KEYS[1]) == 0
if free or redis.call('HEXISTS', KEYS[1], owner) == 1 then
    local depth = redis.call('HINCRBY', KEYS[1], owner, 1)
    redis.call('PEXPIRE', KEYS[1], ttlMillis)
    return depth
end
return 0
