-- expect: PG510
return redis.call('RPUSH', KEYS[1], ARGV)
