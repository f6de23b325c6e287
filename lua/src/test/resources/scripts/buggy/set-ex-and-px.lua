-- expect: PG507
return redis.call('SET', KEYS[1], ARGV[1], 'EX', 10, 'PX', 10000)
