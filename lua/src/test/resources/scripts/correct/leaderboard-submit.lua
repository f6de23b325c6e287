-- Keeps a player's best score. Returns {new best?, rank from 1, score}
-- run: KEYS lb ARGV p1 100 => [1, 1, "100"]
-- run: KEYS lb ARGV p2 150.5 => [1, 1, "150.5"]
-- run: KEYS lb ARGV p1 90 => [0, 2, "100"]
local changed = redis.call('ZADD', KEYS[1], 'GT', 'CH', ARGV[2], ARGV[1])
local rank = redis.call('ZREVRANK', KEYS[1], ARGV[1])
return { changed, rank + 1, redis.call('ZSCORE', KEYS[1], ARGV[1]) }
