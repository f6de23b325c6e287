-- run: KEYS d ARGV 1000 => 1
-- run: KEYS d ARGV 1000 => 0
return redis.call('SET', KEYS[1], 1, 'PX', ARGV[1], 'NX') and 1 or 0
