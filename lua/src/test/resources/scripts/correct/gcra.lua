-- Generic cell rate: one value a key, the time at which the bucket is empty again.
-- run: KEYS gcra:{u} ARGV 10 60 1
redis.replicate_commands()
local burst = ARGV[1]
local rate = ARGV[2]
local cost = tonumber(ARGV[3])
local interval = 60 / rate
local increment = interval * cost
local offset = interval * burst
local time = redis.call('TIME')
local now = (time[1] - 1483228800) + (time[2] / 1000000)
local tat = redis.call('GET', KEYS[1])
if not tat then
    tat = now
else
    tat = tonumber(tat)
end
tat = math.max(tat, now)
local new_tat = tat + increment
local allow_at = new_tat - offset
local diff = now - allow_at
local remaining = diff / interval
if remaining < 0 then
    return {0, 0, tostring(allow_at - now), tostring(tat - now)}
end
local reset = new_tat - now
if reset > 0 then
    redis.call('SET', KEYS[1], new_tat, 'EX', math.ceil(reset))
end
return {cost, math.floor(remaining), '-1', tostring(reset)}
