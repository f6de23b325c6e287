-- given: SADD {m}:a 1 2 3
-- run: KEYS {m}:a {m}:b ARGV 1 3 9 => 2
-- run: KEYS {m}:a {m}:b ARGV 1 => 0
local moved = 0
for _, member in ipairs(ARGV) do
  moved = moved + redis.call('SMOVE', KEYS[1], KEYS[2], member)
end
return moved
