-- expect: PG504
redis.call('CONFIG', 'SET', 'maxmemory', ARGV[1])
return 1
