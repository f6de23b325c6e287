-- A fair lock: waiting owners stand in a list, with the time until which each waits in a sorted set.
-- run: KEYS l:{x} l:{x}:queue l:{x}:until ARGV o1 30000 5000 1000
local now = tonumber(ARGV[4])
while true do
    local first = redis.call('lindex', KEYS[2], 0)
    if first == false then
        break
    end
    local until_ = tonumber(redis.call('zscore', KEYS[3], first))
    if until_ and until_ <= now then
        redis.call('zrem', KEYS[3], first)
        redis.call('lpop', KEYS[2])
    else
        break
    end
end
if redis.call('exists', KEYS[1]) == 0 and (redis.call('exists', KEYS[2]) == 0 or redis.call('lindex', KEYS[2], 0) == ARGV[1]) then
    redis.call('lpop', KEYS[2])
    redis.call('zrem', KEYS[3], ARGV[1])
    redis.call('hset', KEYS[1], ARGV[1], 1)
    redis.call('pexpire', KEYS[1], ARGV[2])
    return nil
end
if redis.call('hexists', KEYS[1], ARGV[1]) == 1 then
    redis.call('hincrby', KEYS[1], ARGV[1], 1)
    return nil
end
local ttl = redis.call('pttl', KEYS[1])
local timeout = ttl + tonumber(ARGV[3])
if redis.call('zadd', KEYS[3], 'NX', now + timeout, ARGV[1]) == 1 then
    redis.call('rpush', KEYS[2], ARGV[1])
end
return ttl
