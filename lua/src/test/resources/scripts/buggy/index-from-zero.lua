-- expect: PG205
local key = KEYS[0]
return redis.call('GET', key)
