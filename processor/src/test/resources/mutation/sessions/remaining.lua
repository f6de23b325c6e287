local left = redis.call('PTTL', KEYS[1])
if left < 0 then
    return 0
end
return math.ceil(left / 1000)
