-- KEYS[1] is the entry, all others are sets of the entries under a tag.
-- run: KEYS {t}:e1 {t}:tag:a {t}:tag:b ARGV v 60 => 2
-- then: SMEMBERS {t}:tag:a => ["{t}:e1"]
-- run: KEYS {t}:e1 ARGV v2 60 => 0
redis.call('SET', KEYS[1], ARGV[1], 'EX', tonumber(ARGV[2]))
for i = 2, #KEYS do
  redis.call('SADD', KEYS[i], KEYS[1])
end
return #KEYS - 1
