local group, count = ARGV[1], tonumber(ARGV[2])
local pending = redis.call('XPENDING', KEYS[1], group, '-', '+', count)
local ids = {}
for _, entry in ipairs(pending) do
    table.insert(ids, entry[1])
end
return ids
