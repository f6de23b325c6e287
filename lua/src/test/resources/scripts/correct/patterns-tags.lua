-- Indexes the words that begin with a hash sign.
-- run: KEYS tags ARGV 'hello #redis and #lua2, #redis' => ["lua2", "redis"]
-- run: KEYS tags ARGV none => ["lua2", "redis"]
for tag in string.gmatch(ARGV[1], '#(%w+)') do
  redis.call('SADD', KEYS[1], tag:lower())
end
local tags = redis.call('SMEMBERS', KEYS[1])
table.sort(tags)
return tags
