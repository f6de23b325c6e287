-- with: profile=cluster
-- expect: PG310
redis.call('SET', ARGV[1], ARGV[2])
return redis.status_reply('OK')
