-- run: KEYS o:{1} ARGV 5
local amount = tonumber(ARGV[1] or '1')
local ttl = ARGV[2] and tonumber(ARGV[2])
local value = redis.call('INCRBY', KEYS[1], amount)
if ttl and value == amount then
    redis.call('EXPIRE', KEYS[1], ttl)
end
return value
