local eventId, body = ARGV[1], ARGV[2]
local isNew = redis.call('SADD', KEYS[2], eventId)
if isNew == 1 then
    redis.call('XADD', KEYS[1], '*', 'id', eventId, 'body', body)
end
return isNew
