-- expect: PG502
return redis.call('OBJECT', 'LASTUSED', KEYS[1])
