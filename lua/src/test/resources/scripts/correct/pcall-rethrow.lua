-- given: SET k text
-- run: KEYS k => -NOTCOUNTER
-- run: KEYS n => 5
local ok, result = pcall(function()
  return redis.call('INCRBY', KEYS[1], 5)
end)
if not ok then
  error({ err = 'NOTCOUNTER ' .. KEYS[1] })
end
return result
