-- expect: PG510
redis.call('HSET', KEYS[1], 'active', true)
return 1
