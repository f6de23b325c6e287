-- Takes several articles, or none. ARGV[i] is the quantity of KEYS[i].
-- given: MSET {b}:1 5 {b}:2 1
-- run: KEYS {b}:1 {b}:2 ARGV 2 2 => [2]
-- run: KEYS {b}:1 {b}:2 ARGV 2 1 => []
if #KEYS ~= #ARGV then
  return redis.error_reply('ERR as many quantities as keys are needed')
end
local short = {}
for i = 1, #KEYS do
  local have = tonumber(redis.call('GET', KEYS[i]) or 0)
  if have < tonumber(ARGV[i]) then
    short[#short + 1] = i
  end
end
if #short > 0 then
  return short
end
for i = 1, #KEYS do
  redis.call('DECRBY', KEYS[i], ARGV[i])
end
return short
