redis.call('INCR', KEYS[1])
-- expect: PG509
redis.call('EXPIRE', KEYS[1], '60s')
return 1
