if redis.call('SISMEMBER', KEYS[2], ARGV[1]) == 1 then
  return {2, tonumber(redis.call('GET', KEYS[1]) or 0)}
end
local stock = tonumber(redis.call('GET', KEYS[1]) or 0)
if stock < tonumber(ARGV[2]) then
  return {0, stock}
end
redis.call('SADD', KEYS[2], ARGV[1])
return {1, redis.call('DECRBY', KEYS[1], ARGV[2])}
