-- given: RPUSH l a
-- run: KEYS l ARGV v => -WRONGTYPE
-- run: KEYS k ARGV v => 1
local kind = redis.call('TYPE', KEYS[1])['ok']
if kind ~= 'none' and kind ~= 'set' then
  return { err = 'WRONGTYPE ' .. KEYS[1] .. ' is a ' .. kind }
end
return redis.call('SADD', KEYS[1], ARGV[1])
