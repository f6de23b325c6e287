-- Returns {state, result}: 'new', 'running' or 'done'.
-- run: KEYS i ARGV 60 => ["new"]
-- run: KEYS i ARGV 60 => ["running"]
-- given: HSET i state done result 42
-- run: KEYS i ARGV 60 => ["done", "42"]
if redis.call('HSETNX', KEYS[1], 'state', 'running') == 1 then
  redis.call('EXPIRE', KEYS[1], ARGV[1])
  return { 'new' }
end
local found = redis.call('HMGET', KEYS[1], 'state', 'result')
if found[1] == 'done' then
  return { 'done', found[2] }
end
return { found[1] }
