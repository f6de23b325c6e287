local a = f(1, 2
local b = {1, 2
local c = t[1
local d = (1 + 2
return a
