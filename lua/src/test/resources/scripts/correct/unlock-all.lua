-- Releases those of several locks that the caller owns.
-- given: MSET {l}:1 me {l}:2 you {l}:3 me
-- run: KEYS {l}:1 {l}:2 {l}:3 ARGV me => 2
-- run: KEYS {l}:1 {l}:2 {l}:3 ARGV me => 0
local mine = {}
for i, owner in ipairs(redis.call('MGET', unpack(KEYS))) do
  if owner == ARGV[1] then
    mine[#mine + 1] = KEYS[i]
  end
end
if next(mine) == nil then
  return 0
end
return redis.call('DEL', unpack(mine))
