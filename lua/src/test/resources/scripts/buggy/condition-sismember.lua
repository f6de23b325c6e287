local bought = redis.call('SISMEMBER', KEYS[2], ARGV[1])
-- expect: PG603
if not bought then
  redis.call('SADD', KEYS[2], ARGV[1])
  return redis.call('DECR', KEYS[1])
end
return -1
