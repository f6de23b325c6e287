local token = math.random(1000000000)
-- expect: PG610
redis.call('SET', 'session-token:' .. KEYS[1], token, 'EX', 3600)
return token
