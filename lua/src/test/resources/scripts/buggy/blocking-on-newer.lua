-- with: target=redis-7.2
-- expect: PG803
return redis.call('BRPOP', KEYS[1], 10)
