local total = 0
for _, price in ipairs(redis.call('MGET', unpack(KEYS))) do
  total = total + tonumber(price or '0')
end
return total
