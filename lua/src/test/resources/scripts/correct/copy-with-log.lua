-- given: SET {c}:a v
-- run: KEYS {c}:a {c}:b {c}:log ARGV me => +OK
-- run: KEYS {c}:x {c}:b {c}:log ARGV me => +NONE
-- then: LLEN {c}:log => 1
local src, dst, log = KEYS[1], KEYS[2], KEYS[3]
local dump = redis.call('DUMP', src)
if not dump then
  return { ok = 'NONE' }
end
local reply = redis.call('RESTORE', dst, 0, dump, 'REPLACE')
redis.call('LPUSH', log, table.concat({ ARGV[1], src, dst }, ' '))
return reply
