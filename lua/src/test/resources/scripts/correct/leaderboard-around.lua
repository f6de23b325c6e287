-- run: lb:{g} | me 2
local rank = redis.call('ZREVRANK', KEYS[1], ARGV[1])
if not rank then
    return {}
end
local around = tonumber(ARGV[2])
local from = rank - around
if from < 0 then from = 0 end
return redis.call('ZREVRANGE', KEYS[1], from, rank + around, 'WITHSCORES')
