local user = redis.call('HGETALL', KEYS[1])
-- expect: PG612
return 'user: ' .. user
