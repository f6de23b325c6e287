local limit <const> = 10
local a, b <close> = f()
return limit
