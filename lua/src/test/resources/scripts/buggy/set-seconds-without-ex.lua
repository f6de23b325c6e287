-- expect: PG506
return redis.call('SET', KEYS[1], ARGV[1], 60)
