#!lua flags=allow-oom
--[[ A sliding window: at most so many calls
     in so many milliseconds. ]]
local key, now, window, limit = KEYS[1], tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
redis.call('ZREMRANGEBYSCORE', key, '-inf', now - window)
local count = redis.call('ZCARD', key)
local allowed = count < limit
if allowed then
  for i = 1, tonumber(ARGV[4] or 1) do
    redis.call('ZADD', key, now, now .. ':' .. i .. ':' .. count)
  end
  redis.call('PEXPIRE', key, window)
end
local oldest = redis.call('ZRANGE', key, 0, 0, 'WITHSCORES')
return {allowed and 1 or 0, limit - count - 1, tonumber(oldest[2]) or now}
