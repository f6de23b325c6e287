local voters = KEYS[1];
local votes = KEYS[2];
local voter = ARGV[1];
local choice = ARGV[2];

local before = redis.call('HGET', voters, voter);
if before == choice then
    return 2;
end
redis.call('HSET', voters, voter, choice);
redis.call('HINCRBY', votes, choice, 1);
if before then
    redis.call('HINCRBY', votes, before, -1);
    return 1;
end
return 0;
