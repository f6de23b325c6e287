-- expect: PG805
redis.call('FLUSHALL')
return redis.status_reply('OK')
