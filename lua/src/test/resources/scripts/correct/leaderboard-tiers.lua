-- Scores are strings in Lua: they are compared as numbers.
-- given: ZADD lb 10 a 60 b 95 c
-- run: KEYS lb => [["gold", "1"], ["silver", "1"], ["bronze", "1"]]
local tiers = { { 'gold', 90 }, { 'silver', 50 }, { 'bronze', 0 } }
local counts = { gold = 0, silver = 0, bronze = 0 }
local all = redis.call('ZRANGE', KEYS[1], 0, -1, 'WITHSCORES')
for i = 2, #all, 2 do
  local score = tonumber(all[i])
  for _, tier in ipairs(tiers) do
    if score >= tier[2] then
      counts[tier[1]] = counts[tier[1]] + 1
      break
    end
  end
end
local result = {}
for i, tier in ipairs(tiers) do
  result[i] = { tier[1], tostring(counts[tier[1]]) }
end
return result
