local waiting, payloads = KEYS[1], KEYS[2]
local id, payload = ARGV[1], ARGV[2]
if redis.call('HSETNX', payloads, id, payload) == 0 then
    return 0
end
redis.call('LPUSH', waiting, id)
return 1
