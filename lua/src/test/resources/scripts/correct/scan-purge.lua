-- Deletes the fields of a hash that match a pattern, in steps. Returns {cursor, deleted}.
-- given: HSET h tmp:1 a tmp:2 b keep c
-- run: KEYS h ARGV 0 tmp:* 100 => ["0", 2]
-- run: KEYS h ARGV 0 tmp:* 100 => ["0", 0]
local result = redis.call('HSCAN', KEYS[1], ARGV[1], 'MATCH', ARGV[2], 'COUNT', ARGV[3])
local cursor, flat = result[1], result[2]
local deleted = 0
for i = 1, #flat, 2 do
  deleted = deleted + redis.call('HDEL', KEYS[1], flat[i])
end
return { cursor, deleted }
