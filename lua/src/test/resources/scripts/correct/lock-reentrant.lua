-- A lock that its owner may take again: a hash of owner to depth.
-- Returns nil when it is taken, else the milliseconds until it is free.
-- run: KEYS l ARGV 30000 c1:t1 => nil
-- run: KEYS l ARGV 30000 c1:t1 => nil
-- run: KEYS l ARGV 30000 c2:t9 => *
-- then: HGET l c1:t1 => "2"
if (redis.call('exists', KEYS[1]) == 0) then
    redis.call('hincrby', KEYS[1], ARGV[2], 1);
    redis.call('pexpire', KEYS[1], ARGV[1]);
    return nil;
end;
if (redis.call('hexists', KEYS[1], ARGV[2]) == 1) then
    redis.call('hincrby', KEYS[1], ARGV[2], 1);
    redis.call('pexpire', KEYS[1], ARGV[1]);
    return nil;
end;
return redis.call('pttl', KEYS[1]);
