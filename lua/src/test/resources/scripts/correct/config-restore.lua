-- Replaces a hash by a JSON object.
-- given: HSET c old 1
-- run: KEYS c ARGV {"a":1} => 1
-- then: HGETALL c => ["a", "1"]
-- run: KEYS c ARGV {} => 0
-- then: EXISTS c => 0
-- run: KEYS c ARGV nonsense => -BADJSON
local ok, object = pcall(cjson.decode, ARGV[1])
if not ok or type(object) ~= 'table' then
  return redis.error_reply('BADJSON the argument is no JSON object')
end
redis.call('DEL', KEYS[1])
local n = 0
for field, value in pairs(object) do
  redis.call('HSET', KEYS[1], field, tostring(value))
  n = n + 1
end
return n
