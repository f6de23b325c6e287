local player = ARGV[1]
local position = redis.call('ZREVRANK', KEYS[1], player)
if not position then
    return false
end
return position + 1
