local stock = redis.call('GET', KEYS[1])
-- expect: PG601
if stock == nil then
  return -1
end
return tonumber(stock)
