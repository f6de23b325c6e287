local result = {}
result[1] = redis.call('GET', KEYS[1])
result[3] = redis.call('GET', KEYS[2])
-- expect: PG702
return result
