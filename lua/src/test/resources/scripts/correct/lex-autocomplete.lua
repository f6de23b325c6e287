-- given: ZADD z 0 apple 0 apply 0 banana
-- run: KEYS z ARGV app 10 => ["apple", "apply"]
-- run: KEYS z ARGV c 10 => []
local prefix = ARGV[1]
return redis.call('ZRANGEBYLEX', KEYS[1], '[' .. prefix, '[' .. prefix .. '\255', 'LIMIT', 0, ARGV[2])
