local function check(stock)
  if stock then
    return 1

  return 0
end

return check(1)
