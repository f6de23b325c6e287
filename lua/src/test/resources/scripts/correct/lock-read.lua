-- Read lock: shared by readers, refused while a writer holds it.
-- run: KEYS rw ARGV r1 10000 => 1
-- run: KEYS rw ARGV r2 10000 => 1
-- then: HGET rw mode => "read"
-- given: DEL rw
-- given: HSET rw mode write w1 1
-- run: KEYS rw ARGV r1 10000 => 0
-- run: KEYS rw ARGV w1 10000 => 1
local mode = redis.call('HGET', KEYS[1], 'mode')
if mode == false then
  redis.call('HSET', KEYS[1], 'mode', 'read', ARGV[1], 1)
  redis.call('PEXPIRE', KEYS[1], ARGV[2])
  return 1
end

local mine = redis.call('HEXISTS', KEYS[1], ARGV[1]) == 1
if mode == 'read' or (mode == 'write' and mine) then
  redis.call('HINCRBY', KEYS[1], ARGV[1], 1)
  local left = redis.call('PTTL', KEYS[1])
  redis.call('PEXPIRE', KEYS[1], math.max(left, tonumber(ARGV[2])))
  return 1
end
return 0
