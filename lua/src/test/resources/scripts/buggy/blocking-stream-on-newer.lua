-- with: target=redis-8.0
-- expect: PG803
return redis.call('XREAD', 'BLOCK', 1000, 'STREAMS', KEYS[1], ARGV[1])
