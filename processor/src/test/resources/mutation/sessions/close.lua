local data = KEYS[1] .. ':data'
redis.call('UNLINK', KEYS[1], data)
