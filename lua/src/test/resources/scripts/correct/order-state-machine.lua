-- Changes an order's state along the allowed edges only.
-- run: KEYS {o}:1 {o}:1:history ARGV paid 100 => -BADSTATE
-- run: KEYS {o}:1 {o}:1:history ARGV new 100 => "new"
-- run: KEYS {o}:1 {o}:1:history ARGV paid 101 => "paid"
-- run: KEYS {o}:1 {o}:1:history ARGV new 102 => -BADSTATE
-- then: LRANGE {o}:1:history 0 -1 => ["100:none>new", "101:new>paid"]
local edges = {
  none = { new = true },
  new = { paid = true, cancelled = true },
  paid = { shipped = true, refunded = true },
  shipped = { delivered = true },
}
local current = redis.call('HGET', KEYS[1], 'state') or 'none'
local wanted = ARGV[1]
local allowed = edges[current]
if not allowed or not allowed[wanted] then
  return redis.error_reply(('BADSTATE from %s to %s'):format(current, wanted))
end
redis.call('HSET', KEYS[1], 'state', wanted)
redis.call('RPUSH', KEYS[2], ARGV[2] .. ':' .. current .. '>' .. wanted)
return wanted
