-- Moves jobs whose time has come from the delayed set to the waiting list, at most a chunk at a time.
-- run: KEYS q:{a}:delayed q:{a}:waiting ARGV 100 1700000000
local limit, now = tonumber(ARGV[1]), ARGV[2]
local due = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', now, 'LIMIT', 0, limit)
if #due == 0 then
    return 0
end
for from = 1, #due, 5000 do
    local to = math.min(from + 4999, #due)
    redis.call('RPUSH', KEYS[2], unpack(due, from, to))
    redis.call('ZREM', KEYS[1], unpack(due, from, to))
end
return #due
