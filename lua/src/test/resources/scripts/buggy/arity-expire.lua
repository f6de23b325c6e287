redis.call('INCR', KEYS[1])
-- expect: PG503
redis.call('EXPIRE', KEYS[1])
return 1
