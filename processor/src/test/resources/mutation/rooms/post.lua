local author, text, keep = ARGV[1], ARGV[2], tonumber(ARGV[3])
local messages = KEYS[1] .. ':messages'
local length = redis.call('RPUSH', messages, author .. ': ' .. text)
if length > keep then
    redis.call('LTRIM', messages, -keep, -1)
    length = keep
end
return length
