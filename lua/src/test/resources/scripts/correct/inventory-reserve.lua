-- given: SET {s}:stock 5
-- run: KEYS {s}:stock {s}:reserved ARGV o1 3 => [1, 2]
-- run: KEYS {s}:stock {s}:reserved ARGV o2 3 => [0, 2]
-- run: KEYS {s}:stock {s}:reserved ARGV o1 3 => [2, 2]
-- run: KEYS {s}:stock {s}:reserved ARGV o2 2 => [1, 0]
local quantity = tonumber(ARGV[2])
local stock = tonumber(redis.call('GET', KEYS[1])) or 0

if redis.call('HEXISTS', KEYS[2], ARGV[1]) == 1 then
    return { 2, stock }
end

if stock < quantity then
    return { 0, stock }
end

local left = redis.call('DECRBY', KEYS[1], quantity)
redis.call('HSET', KEYS[2], ARGV[1], quantity)
return { 1, left }
