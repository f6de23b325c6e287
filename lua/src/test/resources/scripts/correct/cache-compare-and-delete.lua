-- given: SET k a
-- run: KEYS k ARGV b => nil
-- run: KEYS k ARGV a => 1
-- run: KEYS k ARGV a => nil
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return end
return redis.call('DEL', KEYS[1])
