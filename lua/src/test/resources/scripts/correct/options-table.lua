-- Arguments by name: a flat list becomes a table.
-- run: KEYS k ARGV value v ttl 60 nx 1 => 1
-- run: KEYS k ARGV value w nx 1 => 0
-- run: KEYS k ARGV value w => 1
-- then: TTL k => -1
local options = {}
for i = 1, #ARGV, 2 do
  options[ARGV[i]] = ARGV[i + 1]
end
local command = { 'SET', KEYS[1], options.value }
if options.ttl then
  command[#command + 1] = 'EX'
  command[#command + 1] = options.ttl
end
if options.nx == '1' then
  table.insert(command, 'NX')
end
return redis.call(unpack(command)) and 1 or 0
