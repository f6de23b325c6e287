-- run: KEYS b ARGV 300 => [0, 255]
return redis.call('BITFIELD', KEYS[1], 'GET', 'u8', '#0', 'OVERFLOW', 'SAT', 'INCRBY', 'u8', 0, ARGV[1])
