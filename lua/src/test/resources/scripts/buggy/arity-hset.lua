-- expect: PG503
redis.call('HSET', KEYS[1], ARGV[1])
return redis.call('HLEN', KEYS[1])
