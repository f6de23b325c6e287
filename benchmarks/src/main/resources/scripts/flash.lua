-- Sells some of a stock to a buyer who has not bought yet.
-- Returns {code, remaining}; code 0: sold out, 1: sold, 2: already bought
local remaining = tonumber(redis.call('GET', KEYS[1]) or '0')
local buyer, quantity = ARGV[1], tonumber(ARGV[2])

if redis.call('SISMEMBER', KEYS[2], buyer) == 1 then
  return {2, remaining}
end
if remaining < quantity then
  return {0, remaining}
end
redis.call('SADD', KEYS[2], buyer)
return {1, redis.call('DECRBY', KEYS[1], quantity)}
