-- expect: PG608
math.random = function() return 4 end
return redis.call('SET', KEYS[1], 4)
