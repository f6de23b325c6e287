-- Fixed records in one string: an unsigned number and a length-prefixed name.
-- run: KEYS r ARGV 7 ann 9 bob => [[7, "ann"], [9, "bob"]]
-- run: KEYS r ARGV 1 x => [[7, "ann"], [9, "bob"], [1, "x"]]
for i = 1, #ARGV, 2 do
  redis.call('APPEND', KEYS[1], struct.pack('>I4s', tonumber(ARGV[i]), ARGV[i + 1]))
end
local data = redis.call('GET', KEYS[1])
local rows, at = {}, 1
while at <= #data do
  local id, name
  id, name, at = struct.unpack('>I4s', data, at)
  rows[#rows + 1] = { id, name }
end
return rows
