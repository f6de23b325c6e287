local id = ARGV[1]
local removed = redis.call('ZREM', KEYS[1], id)
if removed == 1 then
    redis.call('HDEL', KEYS[2], id)
end
return removed
