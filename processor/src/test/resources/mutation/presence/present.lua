local since = ARGV[1]
return redis.call('ZRANGEBYSCORE', KEYS[1], since, '+inf', 'LIMIT', 0, 100)
