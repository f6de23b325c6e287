-- run: KEYS t:{1}
if redis.call('type', KEYS[1])['ok'] ~= 'hash' then
    return redis.error_reply('WRONGKIND not a hash')
end
return redis.call('hlen', KEYS[1])
