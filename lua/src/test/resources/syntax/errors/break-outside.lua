break
if a then break end
while b do
  local f = function() break end
end
