local time = redis.call('TIME')
local micros = time[1] * 1000000 + time[2]
-- expect: PG707
redis.call('ZADD', KEYS[1], micros, micros .. ':' .. ARGV[1])
return 1
