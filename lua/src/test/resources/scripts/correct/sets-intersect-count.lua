-- given: SADD {i}:a 1 2 3
-- given: SADD {i}:b 2 3 4
-- run: KEYS {i}:a {i}:b => "0.5"
-- run: KEYS {i}:x {i}:y => "0"
local common = redis.call('SINTERCARD', 2, KEYS[1], KEYS[2])
local all = redis.call('SCARD', KEYS[1]) + redis.call('SCARD', KEYS[2]) - common
if all == 0 then return '0' end
return tostring(common / all)
