-- given: HSET {l} me 2
-- run: KEYS {l} {l}:ch ARGV 0 30000 you => nil
-- run: KEYS {l} {l}:ch ARGV 0 30000 me => 0
-- run: KEYS {l} {l}:ch ARGV 0 30000 me => 1
if (redis.call('hexists', KEYS[1], ARGV[3]) == 0) then
    return nil;
end;
local counter = redis.call('hincrby', KEYS[1], ARGV[3], -1);
if (counter > 0) then
    redis.call('pexpire', KEYS[1], ARGV[2]);
    return 0;
else
    redis.call('del', KEYS[1]);
    redis.call('publish', KEYS[2], ARGV[1]);
    return 1;
end;
return nil;
