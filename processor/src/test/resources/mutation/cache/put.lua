local id, value, ttl = ARGV[1], ARGV[2], ARGV[3]
redis.call('SET', KEYS[1], value, 'PX', ttl)
redis.call('SADD', KEYS[2], id)
