if then a() end
if b == then c() end
if d e then f() end
while do g() end
if h then i() elseif then j() end
if k then l() elseif m o() end
repeat n() until
return 1
