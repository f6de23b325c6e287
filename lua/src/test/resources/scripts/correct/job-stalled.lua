-- Jobs that are active without a lock go back to the list. A job's lock is its queue's key with a suffix.
-- given: RPUSH {s}:active 1 2 3
-- given: SET {s}:active:2:lock x
-- run: KEYS {s}:active {s}:wait => ["1", "3"]
-- run: KEYS {s}:active {s}:wait => []
local active = redis.call('LRANGE', KEYS[1], 0, -1)
local stalled = {}
for _, id in ipairs(active) do
	local lock = KEYS[1] .. ':' .. id .. ':lock'
	if redis.call('EXISTS', lock) == 0 then
		redis.call('LREM', KEYS[1], 1, id)
		redis.call('RPUSH', KEYS[2], id)
		table.insert(stalled, id)
	end
end
return stalled
