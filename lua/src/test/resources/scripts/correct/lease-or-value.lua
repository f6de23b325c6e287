-- run: KEYS v:{1} v:{1}:lease ARGV me 5
local value = redis.call('GET', KEYS[1])
if value then
    return {'HIT', value}
end
if redis.call('SET', KEYS[2], ARGV[1], 'NX', 'EX', ARGV[2]) then
    return {'FILL', false}
end
return {'WAIT', false}
