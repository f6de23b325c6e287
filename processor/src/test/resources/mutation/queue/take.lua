-- Moves the oldest job to the running ones, where it stays until `lease` has passed.
local now = tonumber(ARGV[1])
local lease = tonumber(ARGV[2])
local id = redis.call('RPOP', KEYS[1])
if not id then
    return false
end
redis.call('ZADD', KEYS[2], now + lease, id)
local payload = redis.call('HGET', KEYS[3], id)
return {id, payload or ''}
