-- Opens a sale: a fresh stock, and no buyers.
--
-- KEYS: stock, buyers, stock at the opening
-- ARGV: quantity

redis.call('SET', KEYS[1], ARGV[1])
redis.call('DEL', KEYS[2])
redis.call('SET', KEYS[3], ARGV[1])
