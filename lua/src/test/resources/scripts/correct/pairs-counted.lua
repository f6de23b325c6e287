-- given: ZADD a{1} 1 x 2 y
-- given: ZADD b{1} 3 x
-- run: KEYS to{1} a{1} 2 b{1} 5 => 2
local sources, weights = {}, {}
local pairs_given = (#KEYS - 1) / 2
for i = 1, pairs_given do
  sources[i] = KEYS[2 * i]
  weights[i] = KEYS[2 * i + 1]
end
sources[#sources + 1] = 'WEIGHTS'
for _, weight in ipairs(weights) do
  sources[#sources + 1] = weight
end
return redis.call('ZUNIONSTORE', KEYS[1], pairs_given, unpack(sources))
