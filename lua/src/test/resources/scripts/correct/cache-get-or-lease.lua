-- A value, or a lease to load it. One caller in ten seconds gets the lease, the others are told to wait.
-- run: KEYS {c}:v {c}:lease ARGV me 10 => [+LOAD]
-- run: KEYS {c}:v {c}:lease ARGV you 10 => [+WAIT]
-- given: SET {c}:v data
-- run: KEYS {c}:v {c}:lease ARGV you 10 => [+HIT, "data"]
local value = redis.call('GET', KEYS[1])
if value then
  return { redis.status_reply('HIT'), value }
end
if redis.call('SET', KEYS[2], ARGV[1], 'NX', 'EX', ARGV[2]) then
  return { { ok = 'LOAD' } }
end
return { { ok = 'WAIT' } }
