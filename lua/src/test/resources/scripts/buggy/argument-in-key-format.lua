-- with: profile=cluster
-- expect: PG310
return redis.call('HGETALL', string.format('user:%s:profile', ARGV[1]))
