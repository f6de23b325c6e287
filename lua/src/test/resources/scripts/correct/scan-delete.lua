-- run: KEYS z:{1} ARGV p*
local cursor = '0'
local removed = 0
repeat
    local reply = redis.call('SSCAN', KEYS[1], cursor, 'MATCH', ARGV[1], 'COUNT', 100)
    cursor = reply[1]
    for _, member in ipairs(reply[2]) do
        removed = removed + redis.call('SREM', KEYS[1], member)
    end
until cursor == '0'
return removed
