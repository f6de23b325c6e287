-- run: KEYS l ARGV me 5000 => [1, *]
-- run: KEYS l ARGV you 5000 => [0, *]
local ok = redis.call('SET', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2])
if ok then
	return { 1, tonumber(ARGV[2]) }
end
return { 0, redis.call('PTTL', KEYS[1]) }
