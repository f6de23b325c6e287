local now = tonumber(ARGV[1])
local limit = tonumber(ARGV[2])
local ids = redis.call('ZRANGE', KEYS[1], '-inf', now, 'BYSCORE', 'LIMIT', 0, limit)
if #ids == 0 then
    return {}
end
local tasks = {}
for _, id in ipairs(ids) do
    local task = redis.call('HGET', KEYS[2], id)
    if task then
        tasks[#tasks + 1] = task
    end
    redis.call('HDEL', KEYS[2], id)
    redis.call('ZREM', KEYS[1], id)
end
return tasks
