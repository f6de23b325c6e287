-- A hash as JSON.
-- given: HSET c a 1
-- run: KEYS c => "{"a":"1"}"
-- run: KEYS none => "{}"
local flat = redis.call('HGETALL', KEYS[1])
local map = {}
for i = 1, #flat, 2 do map[flat[i]] = flat[i + 1] end
return cjson.encode(map)
