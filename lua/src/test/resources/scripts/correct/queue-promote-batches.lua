-- The same with a function, as libraries do it.
-- given: ZADD {d}:delayed 1 a 2 b 3 c
-- run: KEYS {d}:delayed {d}:ready ARGV 2 1000 => ["a", "b"]
-- run: KEYS {d}:delayed {d}:ready ARGV 2 1000 => []
local rcall = redis.call

local function batches(n, batchSize)
  local i = 0
  return function()
    local from = i * batchSize + 1
    i = i + 1
    if (from <= n) then
      local to = math.min(from + batchSize - 1, n)
      return from, to
    end
  end
end

local function isLocked(key)
  return rcall("EXISTS", key .. ":lock") == 1
end

local due = rcall("ZRANGEBYSCORE", KEYS[1], "-inf", ARGV[1], "LIMIT", 0, ARGV[2])
if isLocked(KEYS[1]) then
  return {}
end
for from, to in batches(#due, 7000) do
  rcall("ZREM", KEYS[1], unpack(due, from, to))
  rcall("LPUSH", KEYS[2], unpack(due, from, to))
end
return due
