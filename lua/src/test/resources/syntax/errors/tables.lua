local t = {
  a = 1
  b = 2,
  c: 3,
  d = = 4,
  'e' = 5,
  [6] 6,
  f = {1, 2,, 3},
  function() return ) end,
}
return [1, 2]
