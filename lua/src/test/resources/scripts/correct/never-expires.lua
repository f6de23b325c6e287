-- run: KEYS due ARGV job => 1
local NEVER = 92233720368547758
redis.call('ZADD', KEYS[1], NEVER, ARGV[1])
return redis.call('ZCOUNT', KEYS[1], 9007199254740992, '+inf')
