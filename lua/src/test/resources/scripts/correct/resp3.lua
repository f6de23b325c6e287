-- run: KEYS r3:{1}
redis.setresp(3)
local reply = redis.call('HGETALL', KEYS[1])
if reply.map and reply.map.name then
    return reply.map.name
end
return 'nobody'
