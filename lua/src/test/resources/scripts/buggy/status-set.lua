local reply = redis.call('SET', KEYS[1], ARGV[1])
-- expect: PG602
if reply == 'OK' then
  return 1
end
return 0
