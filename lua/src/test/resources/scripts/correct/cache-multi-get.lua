-- Found values, and the positions of those that are missing.
-- given: MSET {m}:a 1 {m}:c 3
-- run: KEYS {m}:a {m}:b {m}:c => [["1", "3"], [2]]
-- run: KEYS {m}:b => [[], [1]]
local values = redis.call('MGET', unpack(KEYS))
local hits, misses = {}, {}
for i, value in ipairs(values) do
  if value then
    hits[#hits + 1] = value
  else
    misses[#misses + 1] = i
  end
end
return { hits, misses }
