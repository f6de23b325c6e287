-- given: XADD s 1-1 f v
-- given: XGROUP CREATE s g 0
-- run: KEYS s ARGV g c => 1
-- run: KEYS s ARGV g c => 0
local read = redis.call('XREADGROUP', 'GROUP', ARGV[1], ARGV[2], 'COUNT', 10, 'STREAMS', KEYS[1], '>')
local waiting = redis.call('XPENDING', KEYS[1], ARGV[1], 'IDLE', 0, '-', '+', 10, ARGV[2])
for _, entry in ipairs(waiting) do
  redis.call('XCLAIM', KEYS[1], ARGV[1], ARGV[2], 0, entry[1], 'TIME', 0, 'JUSTID')
  redis.call('XACK', KEYS[1], ARGV[1], entry[1])
end
return read and #read or 0
