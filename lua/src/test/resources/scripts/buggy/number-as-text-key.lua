local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
-- expect: PG707
redis.call('HSET', KEYS[1], 'at', tostring(now))
return 1
