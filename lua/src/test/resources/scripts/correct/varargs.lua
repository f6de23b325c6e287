-- run: v:{1} | a b c
local function push(key, ...)
    local n = select('#', ...)
    if n == 0 then
        return 0
    end
    redis.call('RPUSH', key, ...)
    return n
end
return push(KEYS[1], unpack(ARGV))
