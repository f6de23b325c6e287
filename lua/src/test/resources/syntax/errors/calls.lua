f(a b)
f(a, )
f(, a)
f(a; b)
x:y
x:y.z()
f 'a' 1
redis.call('SET' KEYS[1], ARGV[1])
redis.call('SET', KEYS[1], ARGV[1)
return redis.call('GET', KEYS[1]]
