-- An order's number, such as 20240131-0007.
-- run: KEYS n ARGV 20240131 => "20240131-0001"
-- run: KEYS n ARGV 20240131 => "20240131-0002"
local number = redis.call('INCR', KEYS[1])
redis.call('EXPIRE', KEYS[1], 172800, 'NX')
return ('%s-%04d'):format(ARGV[1], number)
