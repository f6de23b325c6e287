#!lua flags=no-writes
-- Share of users by hash, with exceptions in a set.
-- given: HSET {f}:new enabled 1 percent 50
-- given: SADD {f}:new:users vip
-- run: KEYS {f}:new {f}:new:users ARGV vip => 1
-- run: KEYS {f}:new {f}:new:users ARGV user-a => *
-- run: KEYS {f}:off {f}:off:users ARGV vip => 0
local flag = redis.call('HMGET', KEYS[1], 'enabled', 'percent')
if flag[1] ~= '1' then
  return 0
end
if redis.call('SISMEMBER', KEYS[2], ARGV[1]) == 1 then
  return 1
end
local bucket = tonumber(redis.sha1hex(KEYS[1] .. ARGV[1]):sub(1, 4), 16) % 100
return bucket < (tonumber(flag[2]) or 0) and 1 or 0
