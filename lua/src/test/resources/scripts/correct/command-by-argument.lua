-- run: KEYS q ARGV L a => 1
-- run: KEYS q ARGV R b => 2
-- run: KEYS q ARGV X c => -ERR
local push = {L = 'LPUSH', R = 'RPUSH'}
local command = push[ARGV[1]]
if not command then
  return redis.error_reply('ERR L or R')
end
return redis.call(command, KEYS[1], ARGV[2])
