if a then
  b()
elif c then
  d()
elsif e then
  f()
end
x = 1 1
