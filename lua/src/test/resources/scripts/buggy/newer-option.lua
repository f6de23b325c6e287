-- with: target=redis-6.2
redis.call('SET', KEYS[1], ARGV[1])
-- expect: PG505
return redis.call('EXPIRE', KEYS[1], ARGV[2], 'NX')
