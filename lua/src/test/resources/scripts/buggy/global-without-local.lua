-- expect: PG606
count = redis.call('INCR', KEYS[1])
return count
