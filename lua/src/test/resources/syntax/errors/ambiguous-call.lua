local f = g
(h or k)()
local x = f
'text'
local y = f
{1}
