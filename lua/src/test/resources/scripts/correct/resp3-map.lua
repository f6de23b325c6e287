-- given: HSET h a 1 b 2
-- given: ZADD z 1.5 m
-- run: KEYS h z => ["1", "2", "1.5"]
redis.setresp(3)
local map = redis.call('HGETALL', KEYS[1]).map
local score = redis.call('ZSCORE', KEYS[2], 'm')
return { map.a, map['b'], tostring(score.double) }
