-- run: KEYS rw ARGV w1 10000 => +OK
-- run: KEYS rw ARGV w2 10000 => -LOCKED
-- run: KEYS rw ARGV w1 10000 => +OK
-- then: HGET rw w1 => "2"
local key, owner, ttl = KEYS[1], ARGV[1], ARGV[2]
local state = redis.call('HMGET', key, 'mode', owner)
local mode, depth = state[1], state[2]

if not mode then
    redis.call('HSET', key, 'mode', 'write', owner, 1)
elseif mode == 'write' and depth then
    redis.call('HINCRBY', key, owner, 1)
else
    return redis.error_reply('LOCKED held in mode ' .. mode)
end
redis.call('PEXPIRE', key, ttl)
return redis.status_reply('OK')
