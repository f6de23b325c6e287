-- Merges a JSON document into another one, deeply; null removes.
-- given: SET d {"a":{"x":1},"b":2}
-- run: KEYS d ARGV {"a":{"x":3},"b":null} => "{"a":{"x":3}}"
-- run: KEYS e ARGV {"n":1} => "{"n":1}"
local function merge(into, from)
  for key, value in pairs(from) do
    if value == cjson.null then
      into[key] = nil
    elseif type(value) == 'table' and type(into[key]) == 'table' then
      merge(into[key], value)
    else
      into[key] = value
    end
  end
  return into
end

local stored = redis.call('GET', KEYS[1])
local document = stored and cjson.decode(stored) or {}
local text = cjson.encode(merge(document, cjson.decode(ARGV[1])))
redis.call('SET', KEYS[1], text)
return text
