-- with: profile=cluster
local user = ARGV[1]
-- expect: PG310
local count = redis.call('INCR', 'rate:' .. user)
if count == 1 then
  -- expect: PG310
  redis.call('EXPIRE', 'rate:' .. user, ARGV[2])
end
return count
