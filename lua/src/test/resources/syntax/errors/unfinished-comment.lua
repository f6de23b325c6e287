local a = 1
--[[ never closed
if a then
