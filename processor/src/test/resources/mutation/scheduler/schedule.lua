local taskId, dueAt, task = ARGV[1], ARGV[2], ARGV[3]
redis.call('HSET', KEYS[2], taskId, task)
return redis.call('ZADD', KEYS[1], 'NX', dueAt, taskId)
