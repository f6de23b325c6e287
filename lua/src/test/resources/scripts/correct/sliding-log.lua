-- run: KEYS sl:{u} ARGV 60000 5 id1
local window, limit, id = tonumber(ARGV[1]), tonumber(ARGV[2]), ARGV[3]
local t = redis.call('TIME')
local now = tonumber(t[1]) * 1000 + math.floor(tonumber(t[2]) / 1000)
redis.call('ZREMRANGEBYSCORE', KEYS[1], 0, now - window)
local count = redis.call('ZCARD', KEYS[1])
local allowed = count < limit
if allowed then
    redis.call('ZADD', KEYS[1], now, now .. '-' .. id)
end
redis.call('PEXPIRE', KEYS[1], window)
return { allowed and 1 or 0, limit - count }
