if a then
  b()
else
  c()
else
  d()
elseif e then
  f()
end
x = = 1
