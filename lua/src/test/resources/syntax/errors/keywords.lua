whlie a do b() end
Local c = 1
retrun c
funtion d() end
var e = 1
locl f = 2
