-- expect: PG509
return redis.call('EXPIRE', KEYS[1], 1500 / 1000)
