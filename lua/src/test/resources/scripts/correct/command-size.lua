-- given: RPUSH l a b c
-- run: KEYS l => 3
-- run: KEYS none => 0
local count
local kind = redis.call('TYPE', KEYS[1])['ok']
if kind == 'list' then
  count = 'LLEN'
elseif kind == 'set' then
  count = 'SCARD'
elseif kind == 'zset' then
  count = 'ZCARD'
else
  return 0
end
return redis.call(count, KEYS[1])
