-- run: KEYS r:1 ARGV 2 60 => 1
-- run: KEYS r:1 ARGV 2 60 => 1
-- run: KEYS r:1 ARGV 2 60 => 0
local current = redis.call('INCR', KEYS[1])
if current == 1 then
    redis.call('EXPIRE', KEYS[1], ARGV[2])
end
if current > tonumber(ARGV[1]) then
    return 0
end
return 1
