-- run: t:{1} | 10
local kind = redis.call('TYPE', KEYS[1]).ok
if kind == 'list' then
    return redis.call('LLEN', KEYS[1])
elseif kind == 'set' then
    return redis.call('SCARD', KEYS[1])
elseif kind == 'zset' then
    return redis.call('ZCARD', KEYS[1])
elseif kind == 'hash' then
    return redis.call('HLEN', KEYS[1])
elseif kind == 'none' then
    return tonumber(ARGV[1])
end
return redis.call('STRLEN', KEYS[1])
