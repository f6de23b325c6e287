local elements = redis.call('LRANGE', KEYS[1], 0, -1)
local total = 0
-- expect: PG611
for i, e in elements do
  total = total + tonumber(e)
end
return total
