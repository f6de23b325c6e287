-- Loads any number of pairs into a hash, some thousand at a time.
-- run: KEYS h ARGV a 1 b 2 => 2
-- run: KEYS h => 0
local CHUNK = 4000
local added = 0
local i = 1
while i <= #ARGV do
  local last = math.min(i + CHUNK - 1, #ARGV)
  added = added + redis.call('HSET', KEYS[1], unpack(ARGV, i, last))
  i = last + 1
end
return added
