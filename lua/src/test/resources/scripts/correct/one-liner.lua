-- run: KEYS k ARGV v => nil
-- run: KEYS k ARGV w => "v"
-- then: GET k => "w"
local old = redis.call('GET', KEYS[1]); redis.call('SET', KEYS[1], ARGV[1]); return old
