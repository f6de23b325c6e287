-- Sells some pieces if there are enough.
local stock = tonumber(redis.call('GET', KEYS[1]) or '0')
local wanted = tonumber(ARGV[2])
if not wanted or wanted < 1 then
  return redis.error_reply('ERR quantity must be positive')
end
if redis.call('SISMEMBER', KEYS[2], ARGV[1]) == 1 then
  return {2, stock}
elseif stock < wanted then
  return {0, stock}
else
  local remaining = redis.call('DECRBY', KEYS[1], wanted)
  redis.call('SADD', KEYS[2], ARGV[1])
  return {1, remaining}
end
