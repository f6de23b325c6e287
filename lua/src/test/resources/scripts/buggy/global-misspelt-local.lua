local current = tonumber(redis.call('GET', KEYS[1]) or 0)
-- expect: PG605
if curent + 1 > tonumber(ARGV[1]) then
  return 0
end
return redis.call('INCR', KEYS[1])
