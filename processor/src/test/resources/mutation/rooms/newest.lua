local key = KEYS[1]
local kind = redis.call('TYPE', key).ok
if kind ~= 'list' then
    return ''
end
return redis.call('LINDEX', key, -1) or ''
