local get = redis.call('GET', KEYS[1])
local keys = { KEYS[1], KEYS[2] }
-- expect: PG611
for i, key in keys do
  redis.call('DEL', key)
end
return get
