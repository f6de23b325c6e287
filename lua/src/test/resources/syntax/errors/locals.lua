local a.b = 1
local t[1] = 2
local 1x = 3
local end = 4
local x 5
local function m.n() end
local function o:p() end
local
return
