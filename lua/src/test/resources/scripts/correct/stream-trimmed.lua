-- run: KEYS s{1} last{1} ARGV a => 1
redis.setresp(2)
local id = redis.call('XADD', KEYS[1], 'MAXLEN', '~', 1000, 'LIMIT', 100, '*', 'what', ARGV[1])
redis.call('HSET', KEYS[2], 'id', id)
redis.call('XTRIM', KEYS[1], 'MAXLEN', 500)
return redis.call('XLEN', KEYS[1])
