#!lua flags=allow-stale
-- given: SET k v
-- run: KEYS k missing ARGV 100 => 1
for _, key in ipairs(KEYS) do redis.call('EXPIRE', key, ARGV[1], 'GT') end
return redis.call('TOUCH', unpack(KEYS))
