local n = 0
-- expect: PG804
while true do
  n = n + 1
  if n > tonumber(ARGV[1]) then break end
end
return redis.call('INCRBY', KEYS[1], n)
