local call = redis.call
local session = KEYS[1]
local userId, lifetime = ARGV[1], ARGV[2]

if call('EXISTS', session) == 1 then
    return false
end
call('HSET', session, 'user', userId, 'hits', 0)
call('EXPIRE', session, lifetime)
return true
