-- given: HSET i state running
-- run: KEYS i ARGV r1 100 => +OK
-- run: KEYS i ARGV r2 100 => -CONFLICT
-- run: KEYS none ARGV r2 100 => -NOTSTARTED
local state = redis.call('HGET', KEYS[1], 'state')
if not state then
  return redis.error_reply('NOTSTARTED this operation was never begun')
end
if state ~= 'running' then
  return redis.error_reply('CONFLICT state is ' .. state)
end
redis.call('HMSET', KEYS[1], 'state', 'done', 'result', ARGV[1])
redis.call('EXPIRE', KEYS[1], ARGV[2])
return redis.status_reply('OK')
