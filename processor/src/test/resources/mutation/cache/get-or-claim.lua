local worker, claim = ARGV[1], ARGV[2]
local value = redis.call('GET', KEYS[1])
if value then
    return {0, value}
end
local claims = KEYS[1] .. ':claim'
if redis.call('SET', claims, worker, 'EX', claim, 'NX') then
    return {1, ''}
end
return {2, redis.call('GET', claims)}
