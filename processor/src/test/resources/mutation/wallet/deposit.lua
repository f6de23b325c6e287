local amount = tonumber(ARGV[1])
if amount <= 0 then
    return redis.error_reply('BADAMOUNT an amount must be positive')
end
return redis.call('INCRBYFLOAT', KEYS[1], ARGV[1])
