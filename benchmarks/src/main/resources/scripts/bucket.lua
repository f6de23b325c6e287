-- A token bucket: so many requests a second on average, and so many at once.
--
-- The bucket is a hash of the tokens in it and of the time they were counted at. It is filled when it is looked at, by what
-- has run in since the last time, so that nothing needs to run in between. A bucket that nobody has taken from for as long
-- as it needs to become full is the same as no bucket, so that is when the hash expires. Callers that ask for more than a
-- bucket holds are never served; it is for them to know, and not to ask again after the time that they are told to wait.
--
-- KEYS: the bucket
-- ARGV: the time now, in milliseconds; how many tokens the bucket holds; how many run in each second; how many are wanted
-- Returns {1 if they were taken, else 0; the whole tokens left; the milliseconds until there are enough, 0 if taken}

local bucket = KEYS[1]
local now = tonumber(ARGV[1])
local capacity = tonumber(ARGV[2])
local rate = tonumber(ARGV[3])
local wanted = tonumber(ARGV[4])

-- What the bucket held when it was last looked at. A new one is full.
local state = redis.call('HMGET', bucket, 'tokens', 'at')
local tokens, at = capacity, now
if state[1] and state[2] then
  tokens = tonumber(state[1]) or capacity
  at = tonumber(state[2]) or now
end

-- What has run in since then. Clocks of callers differ, so time may seem to run backwards: then nothing has.
local elapsed = math.max(0, now - at)
tokens = math.min(capacity, tokens + elapsed * rate / 1000)

-- Take the tokens, or say when there will be enough.
local taken, wait = 0, 0
if tokens >= wanted then
  tokens = tokens - wanted
  taken = 1
else
  wait = math.ceil((wanted - tokens) * 1000 / rate)
end

-- Fractions of a token are kept, as text: a number in a reply or an argument would lose them.
redis.call('HSET', bucket, 'tokens', tostring(tokens), 'at', string.format('%d', math.max(now, at)))
redis.call('PEXPIRE', bucket, math.max(1, math.ceil(capacity * 1000 / rate)))

return {taken, math.floor(tokens), wait}
