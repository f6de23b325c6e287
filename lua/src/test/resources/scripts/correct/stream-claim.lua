-- Takes over entries that lie too long with a consumer; what was delivered too often goes to the dead letters.
-- given: XADD {s} 1-1 a 1
-- given: XADD {s} 2-1 a 2
-- given: XGROUP CREATE {s} g 0
-- given: XREADGROUP GROUP g c1 COUNT 10 STREAMS {s} >
-- run: KEYS {s} {s}:dead ARGV g c2 0 5 => [["1-1", ["a", "1"]], ["2-1", ["a", "2"]]]
-- run: KEYS {s} {s}:dead ARGV g c3 0 1 => []
-- then: XLEN {s}:dead => 2
local group, consumer = ARGV[1], ARGV[2]
local idle, max = tonumber(ARGV[3]), tonumber(ARGV[4])
local pending = redis.call('XPENDING', KEYS[1], group, 'IDLE', idle, '-', '+', 100)
local ids = {}
for _, entry in ipairs(pending) do
  local id, deliveries = entry[1], entry[4]
  if deliveries > max then
    local found = redis.call('XRANGE', KEYS[1], id, id)
    if found[1] then
      redis.call('XADD', KEYS[2], '*', 'origin', id, unpack(found[1][2]))
    end
    redis.call('XACK', KEYS[1], group, id)
  else
    ids[#ids + 1] = id
  end
end
if #ids == 0 then
  return {}
end
return redis.call('XCLAIM', KEYS[1], group, consumer, idle, unpack(ids))
