#!lua flags=no-writes
-- run: KEYS r:{1}
local value = redis.call('GET', KEYS[1])
if value == false then
    return {err = 'MISSING there is no such key'}
end
return value
