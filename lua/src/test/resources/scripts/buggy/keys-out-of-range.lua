-- with: keys=1
local n = redis.call('DECR', KEYS[1])
-- expect: PG203
redis.call('SADD', KEYS[2], ARGV[1])
return n
