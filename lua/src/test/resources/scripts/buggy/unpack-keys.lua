-- expect: PG805
-- expect: PG806
return redis.call('DEL', unpack(redis.call('KEYS', ARGV[1])))
