-- given: SET k text
-- run: KEYS k => -1
-- run: KEYS n => 1
local reply = redis.pcall('INCR', KEYS[1])
if type(reply) == 'table' and reply.err then
  redis.log(redis.LOG_WARNING, 'not a counter: ' .. reply.err)
  return -1
end
return reply
