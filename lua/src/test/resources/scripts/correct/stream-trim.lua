-- run: st:{1} | 10
local length = redis.call('XLEN', KEYS[1])
local keep = tonumber(ARGV[1])
if length > keep then
    return redis.call('XTRIM', KEYS[1], 'MAXLEN', keep)
end
return 0
