-- Counts a sale, all at one moment.
--
-- KEYS: stock, buyers, stock at the opening
-- Returns {opening, remaining, sold, buyers}, or nil if no sale is open

local opening = redis.call('GET', KEYS[3])
if not opening then
  return nil
end

local sold, buyers = 0, 0
for _, quantity in ipairs(redis.call('HVALS', KEYS[2])) do
  sold = sold + tonumber(quantity)
  buyers = buyers + 1
end
return {tonumber(opening), tonumber(redis.call('GET', KEYS[1])), sold, buyers}
