local user = ARGV[1]
if redis.call('ZREM', KEYS[1], user) == 0 then
    return 'ABSENT'
end
if redis.call('SISMEMBER', KEYS[2], user) == 1 then
    return 'MUTED'
end
return 'LEFT'
