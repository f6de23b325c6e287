local length = redis.call('XLEN', KEYS[1])
if length > 10000 then
    redis.call('XTRIM', KEYS[1], 'MAXLEN', 10000)
    length = 10000
end
return length
