-- Kept and returned as text.
-- run: KEYS fb:{1} ARGV 1.25
local balance = redis.call('INCRBYFLOAT', KEYS[1], ARGV[1])
if tonumber(balance) < 0 then
    redis.call('INCRBYFLOAT', KEYS[1], -ARGV[1])
    return {err = 'OVERDRAWN there is not enough'}
end
return balance
