-- run: KEYS lru:{c}:data lru:{c}:used ARGV k v 2 17
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
redis.call('ZADD', KEYS[2], ARGV[4], ARGV[1])
local over = redis.call('ZCARD', KEYS[2]) - tonumber(ARGV[3])
if over > 0 then
    local old = redis.call('ZRANGE', KEYS[2], 0, over - 1)
    redis.call('HDEL', KEYS[1], unpack(old))
    redis.call('ZREMRANGEBYRANK', KEYS[2], 0, over - 1)
end
return over
