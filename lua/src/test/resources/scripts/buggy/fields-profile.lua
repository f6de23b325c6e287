local profile = redis.call('HGETALL', KEYS[1])
local orders = redis.call('LRANGE', KEYS[2], 0, -1)
-- expect: PG703
return {profile=profile, orders=orders}
