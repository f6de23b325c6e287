local value
if ARGV[1] == 'on' then
  redis.call('DEL', KEYS[1])
end
-- expect: PG510
return redis.call('SET', KEYS[1], value)
