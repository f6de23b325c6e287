-- given: SET l me
-- run: KEYS l ARGV me 1000 => 1
-- run: KEYS l ARGV you 1000 => 0
return redis.call('GET', KEYS[1]) == ARGV[1] and redis.call('PEXPIRE', KEYS[1], ARGV[2]) or 0
