-- with: profile=alibaba
local key = KEYS[1]
-- expect: PG314
return redis.call('GET', key)
