-- run: KEYS h:{1} ARGV a
local flat = redis.call('HGETALL', KEYS[1])
if next(flat) == nil then
    return redis.status_reply('EMPTY ' .. ARGV[1])
end
local hash = {}
for i = 1, #flat, 2 do
    hash[flat[i]] = flat[i + 1]
end
return cjson.encode(hash)
