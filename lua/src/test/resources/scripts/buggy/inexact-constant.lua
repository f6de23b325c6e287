-- expect: PG705
redis.call('SET', KEYS[1], 9223372036854775807)
return 1
