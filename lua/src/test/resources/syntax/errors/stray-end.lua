if a then
  b()
end
end
c()
until d
else
return 1
