-- expect: PG504
local job = redis.call('BLPOP', KEYS[1], 5)
return job
