local group = ARGV[1]
if redis.call('HSETNX', KEYS[2], group, '0') == 0 then
    return 0
end
redis.call('XGROUP', 'CREATE', KEYS[1], group, '$', 'MKSTREAM')
return 1
