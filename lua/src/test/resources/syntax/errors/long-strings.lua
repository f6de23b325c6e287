local a = [[ one [[ two ]] ]]
local b = [=x]
local c = [= [y]=]
