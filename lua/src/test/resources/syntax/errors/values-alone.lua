x
x.y
x == 1
'text'
x.y.z + 1
(x)
x:y
