-- The ids of a set, sorted by a number in their hashes, whose keys share the tag of the set's.
-- given: SADD {h} 1 2 3
-- given: HSET {h}:1 n 30
-- given: HSET {h}:2 n 4
-- run: KEYS {h} => ["3", "2", "1"]
local rows = {}
for _, id in ipairs(redis.call('SMEMBERS', KEYS[1])) do
    local n = redis.call('HGET', KEYS[1] .. ':' .. id, 'n')
    rows[#rows + 1] = { id = id, n = tonumber(n or 0) }
end
table.sort(rows, function(a, b) return a.n < b.n end)
local ids = {}
for i, row in ipairs(rows) do ids[i] = row.id end
return ids
