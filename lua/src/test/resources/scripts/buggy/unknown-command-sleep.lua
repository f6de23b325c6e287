redis.call('SET', KEYS[1], ARGV[1])
-- expect: PG501
redis.call('sleep', 1)
return redis.call('GET', KEYS[1])
