#!lua flags=no-writes
-- expect: PG802
return redis.call('PUBLISH', KEYS[1], ARGV[1])
