local call = redis.call
local lifetime = ARGV[1]
local user = call('HGET', KEYS[1], 'user')
if user then
    call('HINCRBY', KEYS[1], 'hits', 1)
    call('EXPIRE', KEYS[1], lifetime)
end
return user
