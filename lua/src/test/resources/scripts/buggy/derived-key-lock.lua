-- with: profile=cluster
local lock = KEYS[1] .. ':lock'
-- expect: PG311
if redis.call('SET', lock, ARGV[1], 'NX', 'PX', 5000) then
  return redis.call('INCR', KEYS[1])
end
return -1
