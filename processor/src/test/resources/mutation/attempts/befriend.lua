local user, other = ARGV[1], ARGV[2]
redis.call('SADD', KEYS[1], other)
redis.call('SADD', KEYS[2], user)
local common = redis.call('SINTER', unpack(KEYS))
return #common
