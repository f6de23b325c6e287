local profile = { name = ARGV[1], age = ARGV[2] }
-- expect: PG510
return redis.call('SET', KEYS[1], profile)
