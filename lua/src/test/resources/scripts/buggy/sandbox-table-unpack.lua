-- expect: PG607
return redis.call('DEL', table.unpack(KEYS))
