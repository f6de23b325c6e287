-- given: XADD {s} 1-1 k v
-- run: KEYS {s} ARGV g c => [["1-1", "k", "v"]]
-- run: KEYS {s} ARGV g c => []
local made = redis.pcall('XGROUP', 'CREATE', KEYS[1], ARGV[1], '0', 'MKSTREAM')
if made.err and not string.find(made.err, 'BUSYGROUP', 1, true) then
  return made
end
local reply = redis.call('XREADGROUP', 'GROUP', ARGV[1], ARGV[2], 'COUNT', 10, 'STREAMS', KEYS[1], '>')
local out = {}
if reply then
  for _, message in ipairs(reply[1][2]) do
    local row = { message[1] }
    for _, field in ipairs(message[2]) do
      row[#row + 1] = field
    end
    out[#out + 1] = row
  end
end
return out
