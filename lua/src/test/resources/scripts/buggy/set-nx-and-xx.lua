-- expect: PG507
redis.call('SET', KEYS[1], ARGV[1], 'NX', 'XX')
return 1
