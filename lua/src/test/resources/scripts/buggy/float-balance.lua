local balance = tonumber(redis.call('INCRBYFLOAT', KEYS[1], ARGV[1]))
-- expect: PG701
return balance
