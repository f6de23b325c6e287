local userId = ARGV[1]
local bought = redis.call('HGET', KEYS[2], userId)
if not bought then
    return 0
end
redis.call('HDEL', KEYS[2], userId)
redis.call('INCRBY', KEYS[1], bought)
return 1
