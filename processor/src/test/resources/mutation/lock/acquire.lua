local owner, ttl = ARGV[1], ARGV[2]
if redis.call('SET', KEYS[1], owner, 'NX', 'PX', ttl) then
    return 1
end
if redis.call('GET', KEYS[1]) == owner then
    redis.call('PEXPIRE', KEYS[1], ttl)
    return 1
end
return 0
