local percent = tonumber(ARGV[1])
local balance = tonumber(redis.call('GET', KEYS[1]) or '0')
local fee = balance * percent / 100
return string.format('%.2f', fee)
