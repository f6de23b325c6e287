-- States: closed, open, half-open. ARGV: outcome (ok, fail or ask), threshold, cool-down (ms), now (ms)
-- run: KEYS cb ARGV ask 2 1000 0 => "closed"
-- run: KEYS cb ARGV fail 2 1000 10 => "closed"
-- run: KEYS cb ARGV fail 2 1000 20 => "open"
-- run: KEYS cb ARGV ask 2 1000 500 => "open"
-- run: KEYS cb ARGV ask 2 1000 1500 => "half-open"
-- run: KEYS cb ARGV ok 2 1000 1600 => "closed"
local key = KEYS[1]
local outcome = ARGV[1]
local threshold, cooldown, now = tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
local fields = redis.call('HMGET', key, 'state', 'failures', 'opened')
local state = fields[1] or 'closed'
local failures = tonumber(fields[2]) or 0
local opened = tonumber(fields[3]) or 0

if outcome == 'ok' then
    state, failures = 'closed', 0
elseif outcome == 'fail' then
    failures = failures + 1
    if state == 'half-open' or failures >= threshold then
        state, opened = 'open', now
    end
elseif state == 'open' and now - opened >= cooldown then
    state = 'half-open'
end

redis.call('HSET', key, 'state', state, 'failures', failures, 'opened', opened)
return state
