function (a) return a end
function f.g:h.i() end
def k() end
local ok = function() return 1
