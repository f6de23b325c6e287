-- expect: PG504
redis.call('MULTI')
redis.call('INCR', KEYS[1])
-- expect: PG504
return redis.call('EXEC')
