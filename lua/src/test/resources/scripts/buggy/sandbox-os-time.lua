-- expect: PG607
local now = os.time()
redis.call('ZADD', KEYS[1], now, ARGV[1])
return 1
