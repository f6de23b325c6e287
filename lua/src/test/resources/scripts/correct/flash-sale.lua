-- given: SET {sale}:stock 2
-- run: KEYS {sale}:stock {sale}:buyers ARGV u1 1 => [1, 1]
-- run: KEYS {sale}:stock {sale}:buyers ARGV u1 1 => [2, 1]
-- run: KEYS {sale}:stock {sale}:buyers ARGV u2 2 => [0, 1]
-- run: KEYS {sale}:none {sale}:buyers ARGV u3 1 => -NOSALE
local SOLD_OUT, SOLD, ALREADY = 0, 1, 2
local stock = redis.call('GET', KEYS[1])
if not stock then
  return {err = 'NOSALE there is no such sale'}
end
stock = tonumber(stock)
if redis.call('SISMEMBER', KEYS[2], ARGV[1]) == 1 then
  return {ALREADY, stock}
end
local quantity = tonumber(ARGV[2])
if quantity > stock then
  return {SOLD_OUT, stock}
end
redis.call('SADD', KEYS[2], ARGV[1])
return {SOLD, redis.call('DECRBY', KEYS[1], quantity)}
