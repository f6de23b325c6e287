local items = redis.call('LRANGE', KEYS[1], 0, -1)
if #items == 0 then
  return 0
end
-- expect: PG704
return items
