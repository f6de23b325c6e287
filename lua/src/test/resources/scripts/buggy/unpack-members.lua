local members = redis.call('SMEMBERS', KEYS[1])
if #members == 0 then return 0 end
-- expect: PG806
return redis.call('SREM', KEYS[1], unpack(members))
