-- Stores documents, and keeps an index of one of their fields; the index keys share the tag of KEYS[1].
-- run: KEYS {d} ARGV color [{"id":1,"color":"red"},{"id":2,"color":"red"},{"id":3}] => ["red", "2"]
-- then: SMEMBERS {d}:color:red => ["1", "2"]
-- run: KEYS {d} ARGV color [] => []
local field = ARGV[1]
local tally, names = {}, {}
for _, doc in ipairs(cjson.decode(ARGV[2])) do
  redis.call('HSET', KEYS[1], doc.id, cjson.encode(doc))
  local value = doc[field]
  if value ~= nil and value ~= cjson.null then
    redis.call('SADD', KEYS[1] .. ':' .. field .. ':' .. value, doc.id)
    if not tally[value] then
      tally[value] = 0
      names[#names + 1] = value
    end
    tally[value] = tally[value] + 1
  end
end
table.sort(names)
local out = {}
for _, name in ipairs(names) do
  out[#out + 1] = name
  out[#out + 1] = tostring(tally[name])
end
return out
