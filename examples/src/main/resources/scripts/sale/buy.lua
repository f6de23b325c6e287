-- Sells some of a stock to a buyer who has not bought yet.
--
-- KEYS: stock; buyers, a hash of buyer to quantity
-- ARGV: buyer, quantity
-- Returns {code, remaining}, as the constants below

local SOLD_OUT, SOLD, ALREADY_BOUGHT = 0, 1, 2
local buyer, quantity = ARGV[1], tonumber(ARGV[2])

local stock = redis.call('GET', KEYS[1])
if not stock then
  return redis.error_reply('NOSALE no sale of this item is open')
end

local remaining = tonumber(stock)
if redis.call('HEXISTS', KEYS[2], buyer) == 1 then
  return {ALREADY_BOUGHT, remaining}
end
if remaining < quantity then
  return {SOLD_OUT, remaining}
end

redis.call('HSET', KEYS[2], buyer, quantity)
return {SOLD, redis.call('DECRBY', KEYS[1], quantity)}
