-- A bounded map: a hash, and a sorted set of its fields by last use.
-- run: KEYS {l}:h {l}:z ARGV 2 1 a A => []
-- run: KEYS {l}:h {l}:z ARGV 2 2 b B => []
-- run: KEYS {l}:h {l}:z ARGV 2 3 a A2 => []
-- run: KEYS {l}:h {l}:z ARGV 2 4 c C => ["b"]
-- then: HKEYS {l}:h => ["a", "c"]
local hash, order = KEYS[1], KEYS[2]
local capacity, clock = tonumber(ARGV[1]), tonumber(ARGV[2])

redis.call('hset', hash, ARGV[3], ARGV[4])
redis.call('zadd', order, clock, ARGV[3])

local over = redis.call('zcard', order) - capacity
if over <= 0 then
    return {}
end

local evicted = redis.call('zrange', order, 0, over - 1)
redis.call('zremrangebyrank', order, 0, over - 1)
redis.call('hdel', hash, unpack(evicted))
return evicted
