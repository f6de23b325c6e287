local removed = redis.call('DEL', KEYS[1])
redis.call('SREM', KEYS[2], KEYS[1])
return removed
