if a = 1 then b() end
while c.d = nil do e() end
if a = 1 and b = 2 then c() end
