-- expect: PG502
redis.call('XGROUP', 'ADD', KEYS[1], ARGV[1], '$')
return 1
