local owner, result, keep = ARGV[1], ARGV[2], ARGV[3]
if redis.call('HGET', KEYS[1], 'owner') ~= owner then
    return redis.error_reply('NOT_OWNER another call holds this request')
end
redis.call('HSET', KEYS[1], 'result', result)
redis.call('EXPIRE', KEYS[1], keep)
return 1
