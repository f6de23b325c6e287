-- expect: PG807
return redis.call('SLOWLOG', 'GET', 10)
