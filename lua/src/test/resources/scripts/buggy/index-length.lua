-- A Java habit.
-- expect: PG205
local n = KEYS.length
return n
