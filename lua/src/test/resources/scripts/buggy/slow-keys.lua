-- expect: PG805
local keys = redis.call('KEYS', ARGV[1])
for i = 1, #keys do
  redis.call('DEL', keys[i])
end
return #keys
