-- given: SADD s a bb ccc
-- run: KEYS s ARGV 2 => 2
-- run: KEYS s ARGV 9 => 0
local cursor, found = '0', 0
repeat
	local step = redis.call('SSCAN', KEYS[1], cursor, 'COUNT', 500)
	cursor = step[1]
	for _, member in ipairs(step[2]) do
		if #member >= tonumber(ARGV[1]) then
			found = found + 1
		end
	end
until cursor == '0'
return found
