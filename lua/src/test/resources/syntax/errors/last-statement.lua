local function f()
  return 1
  local a = 2
end
while true do
  break
  f()
end
return 1 2
