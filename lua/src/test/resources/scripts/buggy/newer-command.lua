-- with: target=redis-6.2
-- expect: PG505
return redis.call('SINTERCARD', 2, KEYS[1], KEYS[2])
