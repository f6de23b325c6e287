local count = redis.call('INCR', KEYS[1])
-- expect: PG604
if count > ARGV[1] then
  return 0
end
return 1
