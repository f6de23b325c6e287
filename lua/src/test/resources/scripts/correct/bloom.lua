-- A Bloom filter over a bitmap: places are taken from the SHA-1 of the item. Returns 1 if the item was perhaps there.
-- run: KEYS b ARGV 1024 apple => 0
-- run: KEYS b ARGV 1024 apple => 1
-- run: KEYS b ARGV 1024 pear => 0
local size = tonumber(ARGV[1])
local digest = redis.sha1hex(ARGV[2])
local seen = 1
for i = 0, 3 do
  local part = tonumber(string.sub(digest, i * 8 + 1, i * 8 + 8), 16)
  if redis.call('SETBIT', KEYS[1], part % size, 1) == 0 then
    seen = 0
  end
end
return seen
