-- Posts an entry to every timeline given, and cuts each to the newest n.
-- run: KEYS {t}:1 {t}:2 ARGV 2 10 p1 => 2
-- run: KEYS {t}:1 ARGV 2 11 p2 => 1
-- run: KEYS {t}:1 ARGV 2 12 p3 => 1
-- then: ZRANGE {t}:1 0 -1 => ["p2", "p3"]
local keep = tonumber(ARGV[1])
for _, timeline in ipairs(KEYS) do
  redis.call('ZADD', timeline, ARGV[2], ARGV[3])
  redis.call('ZREMRANGEBYRANK', timeline, 0, -keep - 1)
end
return #KEYS
