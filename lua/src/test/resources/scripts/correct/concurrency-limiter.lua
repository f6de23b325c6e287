-- run: KEYS {c}:run ARGV 1 job1 50 100 => ["job1"]
-- run: KEYS {c}:run ARGV 1 job2 50 110 => nil
-- run: KEYS {c}:run ARGV 1 job2 50 200 => ["job2"]
local function expire_dead(key, before)
  local dead = redis.call('ZRANGEBYSCORE', key, '-inf', before, 'LIMIT', 0, 100)
  if #dead > 0 then
    redis.call('ZREM', key, unpack(dead))
  end
  return #dead
end

local max, id, ttl, now = tonumber(ARGV[1]), ARGV[2], tonumber(ARGV[3]), tonumber(ARGV[4])
expire_dead(KEYS[1], now - ttl)
if redis.call('ZCARD', KEYS[1]) >= max then
  return nil
end
redis.call('ZADD', KEYS[1], now, id)
return {id}
