-- run: KEYS k => [3, 6]
local function sum(...)
  local numbers = { ... }
  local total = 0
  for i = 1, #numbers do
    total = total + numbers[i]
  end
  return #numbers, total
end
local n, total = sum(1, 2, 3)
redis.call('SET', KEYS[1], total)
return { n, total }
