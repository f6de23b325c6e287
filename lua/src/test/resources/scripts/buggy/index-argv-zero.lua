local total = 0
-- expect: PG205
local first = tonumber(ARGV[0])
for i = 2, #ARGV do total = total + tonumber(ARGV[i]) end
return redis.call('INCRBY', KEYS[1], total + first)
