local owner = ARGV[1]
local state = redis.call('HMGET', KEYS[1], 'owner', 'result')
if state[2] then
    return {'DONE', state[2]}
end
if state[1] and state[1] ~= owner then
    return {'RUNNING', false}
end
redis.call('HSET', KEYS[1], 'owner', owner)
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return {'STARTED', false}
