-- At most n sessions a user; the oldest are ended. A session's key is made from the user's, which has a hash tag.
-- run: KEYS {u}:sessions ARGV 1 10 s1 => []
-- run: KEYS {u}:sessions ARGV 1 11 s2 => ["s1"]
-- then: ZRANGE {u}:sessions 0 -1 => ["s2"]
local max = tonumber(ARGV[1])
redis.call('ZADD', KEYS[1], ARGV[2], ARGV[3])
redis.call('SET', KEYS[1] .. ':' .. ARGV[3], ARGV[2], 'EX', 3600)
local excess = redis.call('ZCARD', KEYS[1]) - max
local ended = excess > 0 and redis.call('ZPOPMIN', KEYS[1], excess) or {}
local ids = {}
for i = 1, #ended, 2 do
  local id = ended[i]
  redis.call('DEL', KEYS[1] .. ':' .. id)
  ids[#ids + 1] = id
end
return ids
