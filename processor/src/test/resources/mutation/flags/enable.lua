local flag, percentage = ARGV[1], tonumber(ARGV[2])
if percentage > 100 then
    error({err = 'BADPERCENTAGE at most 100'})
end
local text = redis.call('GET', KEYS[1])
local flags = text and cjson.decode(text) or {}
flags[flag] = percentage
redis.call('SET', KEYS[1], cjson.encode(flags))
return percentage > 0
