-- run: KEYS tb ARGV 5 1 1000 1 => [1, "4"]
-- run: KEYS tb ARGV 5 1 1000 4 => [1, "0"]
-- run: KEYS tb ARGV 5 1 1500 1 => [0, "0.5"]
local capacity   = tonumber(ARGV[1])
local per_second = tonumber(ARGV[2])
local now_ms     = tonumber(ARGV[3])
local want       = tonumber(ARGV[4])

local bucket = redis.call('HMGET', KEYS[1], 'tokens', 'at')
local tokens = tonumber(bucket[1]) or capacity
local at     = tonumber(bucket[2]) or now_ms

tokens = math.min(capacity, tokens + (now_ms - at) * per_second / 1000)
local ok = 0
if tokens >= want then
	tokens = tokens - want
	ok = 1
end

redis.call('HSET', KEYS[1], 'tokens', tostring(tokens), 'at', ARGV[3])
redis.call('PEXPIRE', KEYS[1], math.ceil(capacity / per_second * 1000))
return { ok, tostring(tokens) }
