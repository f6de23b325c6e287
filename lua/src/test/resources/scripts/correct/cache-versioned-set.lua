-- Writes only over an older version.
-- run: KEYS v ARGV 3 three => 1
-- run: KEYS v ARGV 2 two => 0
-- run: KEYS v ARGV 4 four => 1
-- then: HGET v data => "four"
local version = redis.call('HGET', KEYS[1], 'version')
if version and tonumber(version) >= tonumber(ARGV[1]) then return 0 end
redis.call('HSET', KEYS[1], 'version', ARGV[1], 'data', ARGV[2])
return 1
