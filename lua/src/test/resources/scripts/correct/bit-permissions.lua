-- Grants and revokes bits of a mask.
-- run: KEYS p ARGV grant 5 => 5
-- run: KEYS p ARGV revoke 1 => 4
-- run: KEYS p ARGV test 6 => 4
-- run: KEYS p ARGV nonsense 1 => -ERR
local band, bor, bnot = bit.band, bit.bor, bit.bnot
local mask = tonumber(redis.call('GET', KEYS[1]) or 0)
local bits = tonumber(ARGV[2])
if ARGV[1] == 'grant' then
  mask = bor(mask, bits)
elseif ARGV[1] == 'revoke' then
  mask = band(mask, bnot(bits))
elseif ARGV[1] == 'test' then
  return band(mask, bits)
else
  return redis.error_reply('ERR grant, revoke or test')
end
redis.call('SET', KEYS[1], mask)
return mask
