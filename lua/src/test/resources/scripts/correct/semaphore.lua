-- A counting semaphore with leases: a sorted set of holders by the end of their lease.
-- run: KEYS s ARGV 2 a 1000 100 => 1
-- run: KEYS s ARGV 2 b 1000 100 => 1
-- run: KEYS s ARGV 2 c 1000 100 => 0
-- run: KEYS s ARGV 2 a 1000 200 => 1
-- run: KEYS s ARGV 2 c 1000 1150 => 1
local key = KEYS[1]
local limit = tonumber(ARGV[1])
local holder = ARGV[2]
local lease = tonumber(ARGV[3])
local now = tonumber(ARGV[4])

redis.call('ZREMRANGEBYSCORE', key, '-inf', now)
if redis.call('ZSCORE', key, holder) or redis.call('ZCARD', key) < limit then
  redis.call('ZADD', key, now + lease, holder)
  redis.call('PEXPIRE', key, lease)
  return 1
end
return 0
