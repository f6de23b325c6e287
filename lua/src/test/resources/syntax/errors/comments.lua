// the whole line
x = 1 // the rest of a line
/* several
   lines */
y = 2
# z
