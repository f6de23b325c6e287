-- given: RPUSH l a b c
-- run: KEYS l ARGV 2 => ["c", "a", "b"]
-- run: KEYS none ARGV 2 => []
for _ = 1, tonumber(ARGV[1]) do
  if not redis.call('LMOVE', KEYS[1], KEYS[1], 'LEFT', 'RIGHT') then break end
end
return redis.call('LRANGE', KEYS[1], 0, -1)
