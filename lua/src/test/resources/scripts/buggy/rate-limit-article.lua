-- Two bugs at once: the counter is compared with a string, and the time is never set.
local current = redis.call('INCR', KEYS[1])
-- expect: PG604
if current == '1' then
  redis.call('EXPIRE', KEYS[1], ARGV[2])
end
-- expect: PG604
if current > ARGV[1] then return 0 end
return 1
