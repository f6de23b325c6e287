-- Returns {value, refresh}: refresh is 1 for the one caller that is to load it anew.
-- run: KEYS {c}:h {c}:refresh ARGV 1000 5000 => [nil, 1]
-- given: HSET {c}:h v data fresh 900
-- run: KEYS {c}:h {c}:refresh2 ARGV 800 5000 => ["data", 0]
-- run: KEYS {c}:h {c}:refresh2 ARGV 1000 5000 => ["data", 1]
-- run: KEYS {c}:h {c}:refresh2 ARGV 1000 5000 => ["data", 0]
local entry = redis.call('HMGET', KEYS[1], 'v', 'fresh')
local value, fresh_until = entry[1], tonumber(entry[2] or 0)
local now = tonumber(ARGV[1])
local refresh = 0
if not value or fresh_until < now then
    local won = redis.call('SET', KEYS[2], '1', 'PX', ARGV[2], 'NX')
    refresh = won and 1 or 0
end
return { value, refresh }
