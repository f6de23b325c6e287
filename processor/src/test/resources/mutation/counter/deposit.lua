local amount = tonumber(ARGV[1])
if amount < 0 then
    return redis.error_reply('NEGATIVE an amount must not be negative')
end
return redis.call('INCRBYFLOAT', KEYS[1], ARGV[1])
