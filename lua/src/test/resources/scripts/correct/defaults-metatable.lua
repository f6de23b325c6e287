-- given: SADD s apple avocado banana
-- run: KEYS s => [["a", 2], ["b", 1]]
local counts = setmetatable({}, { __index = function() return 0 end })
for _, word in ipairs(redis.call('SMEMBERS', KEYS[1])) do
  local letter = word:sub(1, 1)
  counts[letter] = counts[letter] + 1
end
local letters = {}
for letter in pairs(counts) do
  letters[#letters + 1] = letter
end
table.sort(letters)
local out = {}
for i, letter in ipairs(letters) do
  out[i] = { letter, counts[letter] }
end
return out
