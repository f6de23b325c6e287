-- given: ZADD q 3 c 1 a 2 b
-- run: KEYS q ARGV 2 => ["a", "b"]
-- run: KEYS q ARGV 2 => ["c"]
-- run: KEYS q ARGV 2 => []
local popped = redis.call('ZPOPMIN', KEYS[1], ARGV[1])
local members = {}
for i = 1, #popped, 2 do
  members[#members + 1] = popped[i]
end
return members
