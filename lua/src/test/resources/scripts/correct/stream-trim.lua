-- run: KEYS st:{1} ARGV 10
local length = redis.call('XLEN', KEYS[1])
local keep = tonumber(ARGV[1])
if length > keep then
    return redis.call('XTRIM', KEYS[1], 'MAXLEN', keep)
end
return 0
