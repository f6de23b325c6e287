if a != b then c() end
if a && b || !c then d() end
x += 1
x ..= 'more'
x++
local half = 7 // 2
local bits = a << 2 | b & ~c
local xor = a ~ b
local plus = +1
