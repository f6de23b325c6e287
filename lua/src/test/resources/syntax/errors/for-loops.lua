for i = 1 10 do a() end
for i = 1 do b() end
for i of c do d() end
for i, j = 1, 2 do e() end
for 1 = 1, 2 do f() end
for (i = 1; i < 3; i++) { g() }
for i in pairs(t) h(i) end
for k, v in pairs t do m() end
return 1
