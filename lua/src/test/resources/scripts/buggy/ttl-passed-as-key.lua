-- with: profile=cluster
redis.call('SET', KEYS[1], ARGV[1])
-- expect: PG313
redis.call('EXPIRE', KEYS[1], KEYS[2])
return 1
