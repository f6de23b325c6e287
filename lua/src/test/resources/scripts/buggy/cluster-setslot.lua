-- expect: PG807
redis.call('cluster', 'setslot', ARGV[1], 'migrating', ARGV[2])
return redis.status_reply('OK')
