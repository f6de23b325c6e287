-- run: sem:{s} | 2 owner 1000 5000
local limit = tonumber(ARGV[1])
local owner = ARGV[2]
local now = tonumber(ARGV[3])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
if redis.call('ZSCORE', KEYS[1], owner) then
    redis.call('ZADD', KEYS[1], 'XX', now + ARGV[4], owner)
    return 1
end
if redis.call('ZCARD', KEYS[1]) < limit then
    redis.call('ZADD', KEYS[1], now + ARGV[4], owner)
    return 1
end
return 0
