-- How many days in a row, back from today, a bit is set.
-- given: SETBIT b 10 1
-- given: SETBIT b 9 1
-- given: SETBIT b 7 1
-- run: KEYS b ARGV 10 => 2
-- run: KEYS b ARGV 8 => 0
local day = tonumber(ARGV[1])
local streak = 0
while day >= 0 and redis.call('GETBIT', KEYS[1], day) == 1 do
  streak = streak + 1
  day = day - 1
end
return streak
