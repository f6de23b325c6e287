-- given: SET c 1
-- run: KEYS c => 0
-- run: KEYS c => nil
local v = redis.call('GET', KEYS[1])
if v and tonumber(v) > 0 then
   return redis.call('DECR', KEYS[1])
end
