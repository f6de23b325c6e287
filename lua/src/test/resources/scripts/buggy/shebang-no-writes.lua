#!lua flags=no-writes
local value = redis.call('GET', KEYS[1])
-- expect: PG802
redis.call('EXPIRE', KEYS[1], ARGV[1])
return value
