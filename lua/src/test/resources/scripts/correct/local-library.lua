-- Functions of the script's own, upvalues and defaults.
-- run: s:{1} | 3
local call = redis.call
local key = KEYS[1]
local M = {}

function M.get(field, default)
    return call('HGET', key, field) or default
end

function M.incr(field, by)
    return call('HINCRBY', key, field, by or 1)
end

local function clamp(value, low, high)
    if value < low then
        return low
    elseif value > high then
        return high
    end
    return value
end

local wanted = clamp(tonumber(ARGV[1]), 1, 10)
local result = M.incr('taken', wanted)
return {result, M.get('name', 'none')}
