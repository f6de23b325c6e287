-- with: profile=cluster
-- expect: PG313
return redis.call('SET', KEYS[1], KEYS[2])
