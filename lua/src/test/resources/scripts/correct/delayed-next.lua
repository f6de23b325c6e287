-- The next job that is due, and how long to wait if there is none.
-- given: ZADD d 1000 a 3000 b
-- run: KEYS d ARGV 1500 => ["a", 0]
-- run: KEYS d ARGV 1500 => [nil, 1500]
-- run: KEYS d ARGV 3000 => ["b", 0]
-- run: KEYS d ARGV 3000 => [nil, -1]
local first = redis.call('ZRANGE', KEYS[1], 0, 0, 'WITHSCORES')
if #first == 0 then return { false, -1 } end
local wait = tonumber(first[2]) - tonumber(ARGV[1])
if wait > 0 then return { false, wait } end
redis.call('ZREM', KEYS[1], first[1])
return { first[1], 0 }
