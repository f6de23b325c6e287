-- with: profile=cluster
local balance = redis.call('DECRBY', KEYS[1], ARGV[1])
-- expect: PG311
redis.call('RPUSH', KEYS[1] .. ':operations:' .. ARGV[3], ARGV[2])
return balance
