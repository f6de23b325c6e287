-- Changes a value and keeps its time to live.
-- given: SET k a PX 100000
-- run: KEYS k ARGV b => 1
-- run: KEYS n ARGV b => 0
-- then: GET k => "b"
local ttl = redis.call('PTTL', KEYS[1])
if ttl == -2 then
    return 0
elseif ttl == -1 then
    redis.call('SET', KEYS[1], ARGV[1])
else
    redis.call('SET', KEYS[1], ARGV[1], 'PX', ttl)
end
return 1
