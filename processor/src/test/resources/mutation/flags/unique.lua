local visitor = ARGV[1]
redis.call('PFADD', KEYS[1], visitor)
return redis.call('PFCOUNT', KEYS[1])
