if a
  b()
end
while c
  d()
end
for i = 1, 2
  e()
end
if f do g() end
while h then j() end
if (k) { l() }
