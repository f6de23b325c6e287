local a = redis.call('GET', KEYS[1])
-- expect: PG605
local b = redis.call('GET', KEY[2])
return { a, b }
