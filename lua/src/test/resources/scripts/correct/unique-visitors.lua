-- run: KEYS {v}:d1 {v}:all ARGV u1 u2 => [1, 2]
-- run: KEYS {v}:d1 {v}:all ARGV u1 => [0, 2]
-- run: KEYS {v}:d2 {v}:all ARGV u3 => [1, 3]
local changed = redis.call('PFADD', KEYS[1], unpack(ARGV))
redis.call('EXPIRE', KEYS[1], 86400 * 2)
redis.call('PFMERGE', KEYS[2], KEYS[1])
return { changed, redis.call('PFCOUNT', KEYS[2]) }
