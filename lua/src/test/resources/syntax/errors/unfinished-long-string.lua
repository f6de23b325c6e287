local a = 1 = 2
local b = [==[
  text ]]
return b
