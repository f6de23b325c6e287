-- A small module table, as larger scripts have it.
-- run: KEYS q ARGV push a => 1
-- run: KEYS q ARGV push b => 2
-- run: KEYS q ARGV pop => "a"
-- run: KEYS q ARGV size => 1
-- run: KEYS q ARGV what => -ERR
local Queue = {}
Queue.__index = Queue

function Queue.new(key)
  return setmetatable({ key = key }, Queue)
end

function Queue:push(value)
  return redis.call('RPUSH', self.key, value)
end

function Queue:pop()
  return redis.call('LPOP', self.key)
end

function Queue:size()
  return redis.call('LLEN', self.key)
end

local queue = Queue.new(KEYS[1])
local op = ARGV[1]
if op == 'push' then return queue:push(ARGV[2]) end
if op == 'pop' then return queue:pop() end
if op == 'size' then return queue:size() end
return redis.error_reply('ERR unknown operation ' .. op)
