-- run: KEYS k ARGV '' a => 1
-- run: KEYS k ARGV x b => 0
-- run: KEYS k ARGV a b => 1
local current = redis.call('GET', KEYS[1]) or ''
if current ~= ARGV[1] then
  return 0
end
redis.call('SET', KEYS[1], ARGV[2], 'KEEPTTL')
return 1
