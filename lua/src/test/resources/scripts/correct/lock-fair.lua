-- Waiters queue in a list; each has a deadline in a sorted set, and those who missed it are dropped.
-- KEYS: lock, queue, deadlines. ARGV: lease, owner, wait, now (all in milliseconds).
-- run: KEYS {f} {f}:q {f}:t ARGV 30000 a 5000 1000 => nil
-- run: KEYS {f} {f}:q {f}:t ARGV 30000 b 5000 1000 => *
-- run: KEYS {f} {f}:q {f}:t ARGV 30000 c 5000 1001 => *
-- then: LRANGE {f}:q 0 -1 => ["b", "c"]
-- given: DEL {f}
-- run: KEYS {f} {f}:q {f}:t ARGV 30000 c 5000 2000 => *
-- run: KEYS {f} {f}:q {f}:t ARGV 30000 b 5000 2000 => nil
-- then: LRANGE {f}:q 0 -1 => ["c"]
while true do
    local first = redis.call('lindex', KEYS[2], 0);
    if first == false then
        break;
    end;
    local deadline = redis.call('zscore', KEYS[3], first);
    if deadline ~= false and tonumber(deadline) <= tonumber(ARGV[4]) then
        -- Remove the item from the queue and the deadlines, and look at the next.
        redis.call('zrem', KEYS[3], first);
        redis.call('lpop', KEYS[2]);
    else
        break;
    end;
end;

local free = redis.call('exists', KEYS[1]) == 0
local head = redis.call('lindex', KEYS[2], 0)
if free and (head == false or head == ARGV[2]) then
    redis.call('lpop', KEYS[2]);
    redis.call('zrem', KEYS[3], ARGV[2]);

    -- Everyone who still waits has one holder less before them.
    local keys = redis.call('zrange', KEYS[3], 0, -1);
    for i = 1, #keys, 1 do
        redis.call('zincrby', KEYS[3], -tonumber(ARGV[3]), keys[i]);
    end;
    redis.call('hset', KEYS[1], ARGV[2], 1);
    redis.call('pexpire', KEYS[1], ARGV[1]);
    return nil;
end;

if redis.call('hexists', KEYS[1], ARGV[2]) == 1 then
    redis.call('hincrby', KEYS[1], ARGV[2], 1);
    redis.call('pexpire', KEYS[1], ARGV[1]);
    return nil;
end;

local deadline = redis.call('zscore', KEYS[3], ARGV[2]);
if deadline ~= false then
    return tonumber(deadline) - tonumber(ARGV[3]) - tonumber(ARGV[4]);
end;

local last = redis.call('lindex', KEYS[2], -1);
local ttl;
if last ~= false and last ~= ARGV[2] then
    ttl = tonumber(redis.call('zscore', KEYS[3], last)) - tonumber(ARGV[4]);
else
    ttl = redis.call('pttl', KEYS[1]);
end;
local timeout = ttl + tonumber(ARGV[3]) + tonumber(ARGV[4]);
if redis.call('zadd', KEYS[3], timeout, ARGV[2]) == 1 then
    redis.call('rpush', KEYS[2], ARGV[2]);
end;
return ttl;
