-- run: p:{1} |
local reply = redis.pcall('INCR', KEYS[1])
if type(reply) == 'table' and reply.err then
    redis.log(redis.LOG_WARNING, 'cannot count: ' .. reply.err)
    redis.call('SET', KEYS[1], 1)
    return 1
end
return reply
