-- The players around one, with their scores.
-- given: ZADD lb 1 a 2 b 3 c 4 d
-- run: KEYS lb ARGV b 1 => [["c", "3"], ["b", "2"], ["a", "1"]]
-- run: KEYS lb ARGV d 1 => [["d", "4"], ["c", "3"]]
-- run: KEYS lb ARGV zz 1 => []
local rank = redis.call('ZREVRANK', KEYS[1], ARGV[1])
if not rank then return {} end
local radius = tonumber(ARGV[2])
local flat = redis.call('ZREVRANGE', KEYS[1], math.max(rank - radius, 0), rank + radius, 'WITHSCORES')
local pairs_of = {}
for i = 1, #flat, 2 do
  table.insert(pairs_of, { flat[i], flat[i + 1] })
end
return pairs_of
