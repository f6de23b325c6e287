local a = 'abc
local b = "x
local c = 'it''s
return a
