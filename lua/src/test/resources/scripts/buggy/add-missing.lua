local total
for i = 1, #KEYS do
  redis.call('INCR', KEYS[i])
end
-- expect: PG612
return total + 1
