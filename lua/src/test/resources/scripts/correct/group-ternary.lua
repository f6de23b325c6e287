-- run: KEYS g:{1} ARGV yes
local flag = (ARGV[1] == 'yes') and 1 or 0
local before = redis.call('GETSET', KEYS[1], flag)
return before and tonumber(before) or -1
