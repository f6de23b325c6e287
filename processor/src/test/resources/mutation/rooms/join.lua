local member, capacity = ARGV[1], tonumber(ARGV[2])
local members = string.format('%s:members', KEYS[1])
if redis.call('SISMEMBER', members, member) == 1 then
    return 1
end
if redis.call('SCARD', members) >= capacity then
    return 0
end
return redis.call('SADD', members, member)
