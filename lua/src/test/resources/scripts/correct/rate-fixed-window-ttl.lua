-- run: KEYS r ARGV 10 60000 3 => [1, 3, *]
-- run: KEYS r ARGV 10 60000 7 => [1, 10, *]
-- run: KEYS r ARGV 10 60000 1 => [0, 10, *]
local limit, window, cost = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3] or 1)
local used = tonumber(redis.call('get', KEYS[1]) or "0")
local ttl = redis.call('pttl', KEYS[1])
if used + cost > limit then
  return {0, used, ttl}
end
used = redis.call('incrby', KEYS[1], cost)
if ttl < 0 then
  redis.call('pexpire', KEYS[1], window)
  ttl = window
end
return {1, used, ttl}
