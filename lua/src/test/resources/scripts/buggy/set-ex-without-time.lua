-- expect: PG508
return redis.call('SET', KEYS[1], ARGV[1], 'NX', 'EX')
