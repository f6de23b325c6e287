local function a(b c) end
local function d(e, ) end
local function f(..., g) end
local function h(i = 1) end
local function j end
function k(l
end
local m = function(n.o) end
return 1
