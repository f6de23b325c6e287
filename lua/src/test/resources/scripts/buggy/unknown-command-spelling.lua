-- expect: PG501
local members = redis.call('ZRANGEBYSCOER', KEYS[1], '-inf', ARGV[1])
return members
