-- Generic cell rate algorithm. ARGV: burst, count per period, period (s), cost
-- Returns {limited, remaining, retry after, reset after}, the last two as text
-- run: KEYS g ARGV 2 60 3600 1 => [0, 2, "-1", "60"]
-- run: KEYS g ARGV 2 60 3600 2 => [0, 0, "-1", *]
-- run: KEYS g ARGV 2 60 3600 1 => [1, 0, *, *]
redis.replicate_commands()
local rate_limit_key = KEYS[1]
local burst = ARGV[1]
local rate = ARGV[2]
local period = ARGV[3]
local cost = tonumber(ARGV[4])

local emission_interval = period / rate
local increment = emission_interval * cost
local burst_offset = emission_interval * (burst + 1)

-- Seconds since an epoch of its own, so that the digits suffice for microseconds.
local jan_1_2017 = 1483228800
local now = redis.call("TIME")
now = (now[1] - jan_1_2017) + (now[2] / 1000000)

local tat = redis.call("GET", rate_limit_key)
if not tat then
  tat = now
else
  tat = tonumber(tat)
end
tat = math.max(tat, now)

local new_tat = tat + increment
local allow_at = new_tat - burst_offset
local diff = now - allow_at
local remaining = diff / emission_interval

if remaining < 0 then
  local reset_after = tat - now
  local retry_after = diff * -1
  return { 1, 0, tostring(retry_after), tostring(reset_after) }
end

local reset_after = new_tat - now
if reset_after > 0 then
  redis.call("SET", rate_limit_key, new_tat, "EX", math.ceil(reset_after))
end
return { 0, math.floor(remaining), tostring(-1), tostring(reset_after) }
