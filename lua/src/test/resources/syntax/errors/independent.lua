local a = = 1
local b = 2
if b = 2 then
  local c = 3 +
  return c
end
for i = 1 10 do
  f(i j)
end
local function g(x y)
  return x != y
end
h(function()
  local z = * 2
  return z
end)
local t = {
  k = ,
  l = function()
    m( = 1)
  end,
}
return g(a, b))
