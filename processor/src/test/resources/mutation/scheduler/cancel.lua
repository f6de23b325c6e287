local taskId = ARGV[1]
redis.call('ZREM', KEYS[1], taskId)
return redis.call('HDEL', KEYS[2], taskId) == 1
