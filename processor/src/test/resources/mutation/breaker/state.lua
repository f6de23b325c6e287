if redis.call('EXISTS', KEYS[1]) == 0 then
    return 'CLOSED'
end
return 'OPEN'
