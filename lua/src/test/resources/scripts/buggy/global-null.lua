local value = redis.call('GET', KEYS[1])
-- expect: PG605
if value == null then
  return 0
end
return 1
