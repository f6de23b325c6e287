-- The items not seen in the last seconds, in their order.
-- run: KEYS d ARGV 100 10 a b a => ["a", "b"]
-- run: KEYS d ARGV 105 10 a c => ["c"]
-- run: KEYS d ARGV 200 10 a => ["a"]
local now, window = tonumber(ARGV[1]), tonumber(ARGV[2])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - window)
local fresh = {}
for i = 3, #ARGV do
	local item = ARGV[i]
	if redis.call('ZADD', KEYS[1], 'NX', now, item) == 1 then
		fresh[#fresh + 1] = item
	end
end
redis.call('EXPIRE', KEYS[1], window)
return fresh
