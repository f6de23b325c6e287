local a = b.
local c = d.end
local e = f.1
local g = h:
local i = j::k()
return l.'m'
