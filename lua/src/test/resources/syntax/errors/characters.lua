local größe = 1
local a = “text”
local b = `text`
local c = a ? 1 : 2
local d = a @ b
local price = 3 € 
