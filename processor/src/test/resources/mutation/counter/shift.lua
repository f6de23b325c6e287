local amount = ARGV[1]
local left = redis.call('DECRBY', KEYS[1], amount)
local right = redis.call('INCRBY', KEYS[2], amount)
return {left, right}
