local payload, timeout = ARGV[1], ARGV[2]
-- expect: PG511
redis.call('PSETEX', KEYS[1], payload, timeout)
return 1
