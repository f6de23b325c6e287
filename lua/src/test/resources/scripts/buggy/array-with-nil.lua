local value = redis.call('GET', KEYS[1])
-- expect: PG702
return { 1, nil, value }
