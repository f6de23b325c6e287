local group = ARGV[1]
if redis.call('EXISTS', KEYS[1]) == 1 then
    for _, info in ipairs(redis.call('XINFO', 'GROUPS', KEYS[1])) do
        if info[2] == group then
            return 0
        end
    end
end
redis.call('XGROUP', 'CREATE', KEYS[1], group, '$', 'MKSTREAM')
return 1
