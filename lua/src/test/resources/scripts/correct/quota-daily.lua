-- A quota whose counter ends at a given second.
-- run: KEYS q ARGV 10 4 4000000000 => 6
-- run: KEYS q ARGV 10 7 4000000000 => -1
-- run: KEYS q ARGV 10 6 4000000000 => 0
local limit = tonumber(ARGV[1])
local used = redis.call('INCRBY', KEYS[1], ARGV[2])
if used > limit then
  redis.call('DECRBY', KEYS[1], ARGV[2])
  return -1
end
if used == tonumber(ARGV[2]) then
  redis.call('EXPIREAT', KEYS[1], ARGV[3])
end
return limit - used
