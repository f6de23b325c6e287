local function pack(...)
  return {n = select('#', ...), ...}
end

local queue = {}
function queue:push(value, ...)
  self[#self + 1] = value
  for _, more in ipairs(pack(...)) do self[#self + 1] = more end
  return self
end

local moved, i = 0, 1
while true do
  local id = redis.call('RPOPLPUSH', KEYS[1], KEYS[2])
  if not id then break end
  queue:push(id, redis.call('HGET', KEYS[3] .. ':' .. id, "state"))
  moved = moved + 1
  repeat
    i = i * 2 % 7
    local done = i == 1 or i ^ 2 > 9
  until done
end
table.sort(queue, function(a, b) return tostring(a) < tostring(b) end)
local text = [==[
[[jobs]] = ]==] .. cjson.encode({moved = moved, ["ids"] = queue, [1] = -1e3, 0x1F;})
do local unused; unused = nil end
return moved > 0 and text or false
