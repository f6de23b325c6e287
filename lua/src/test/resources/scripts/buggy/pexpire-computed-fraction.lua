local capacity, rate = tonumber(ARGV[1]), tonumber(ARGV[2])
redis.call('HSET', KEYS[1], 'tokens', capacity)
-- expect: PG509
redis.call('EXPIRE', KEYS[1], capacity / rate)
return 1
