local a = 1 +
local b = * 2
local c = not
local d = (1 + )
local e = 1 + + 2
local f = a and and b
local g = #
return -
