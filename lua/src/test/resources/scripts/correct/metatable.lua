-- run: KEYS mt:{1}
local Stack = {}
Stack.__index = Stack
function Stack.new()
    return setmetatable({items = {}}, Stack)
end
function Stack:push(value)
    self.items[#self.items + 1] = value
end
function Stack:pop()
    return table.remove(self.items)
end
local stack = Stack.new()
for _, item in ipairs(redis.call('LRANGE', KEYS[1], 0, -1)) do
    stack:push(item)
end
local last = stack:pop()
return last or ''
