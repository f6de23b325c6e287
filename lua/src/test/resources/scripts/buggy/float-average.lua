local sum = tonumber(redis.call('GET', KEYS[1]) or 0)
local n = redis.call('LLEN', KEYS[2])
if n == 0 then return 0 end
-- expect: PG701
return sum / n
