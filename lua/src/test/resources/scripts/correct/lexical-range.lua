-- given: ZADD names 0 anna 0 anton 0 berta
-- run: KEYS names ARGV an => ["anna", "anton"]
local from = '[' .. ARGV[1]
local found = redis.call('ZRANGE', KEYS[1], from, from .. '\255', 'BYLEX', 'LIMIT', 0, 10)
local also = redis.call('ZRANGEBYLEX', KEYS[1], '-', '+', 'LIMIT', 0, 1)
return #also > 0 and found or {}
