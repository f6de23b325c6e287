-- expect: PG503
return redis.call('GET', KEYS[1], KEYS[2])
