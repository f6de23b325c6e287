-- Weighs the previous window's count by the part of it that is still in sight.
-- KEYS: this window's counter, the previous one's. ARGV: limit, window in seconds, now in seconds
-- given: SET {c}:0 10
-- run: KEYS {c}:1 {c}:0 ARGV 9 60 75 => [1, 1]
-- run: KEYS {c}:1 {c}:0 ARGV 9 60 75 => [1, 0]
-- run: KEYS {c}:1 {c}:0 ARGV 9 60 75 => [0, 0]
local limit = tonumber(ARGV[1])
local window = tonumber(ARGV[2])
local now = tonumber(ARGV[3])
local current = tonumber(redis.call('GET', KEYS[1]) or 0)
local previous = tonumber(redis.call('GET', KEYS[2]) or 0)

local elapsed = now % window
local weighted = math.floor(previous * (window - elapsed) / window) + current
if weighted >= limit then
    return {0, 0}
end
redis.call('INCR', KEYS[1])
redis.call('EXPIRE', KEYS[1], window * 2)
return {1, limit - weighted - 1}
