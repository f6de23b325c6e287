-- Takes the lock and draws a token that only grows.
-- run: KEYS {x}:lock {x}:fence ARGV me 10 => 1
-- run: KEYS {x}:lock {x}:fence ARGV you 10 => nil
-- given: DEL {x}:lock
-- run: KEYS {x}:lock {x}:fence ARGV you 10 => 2
if redis.call('SET', KEYS[1], ARGV[1], 'EX', ARGV[2], 'NX') == false then
  return false
end
return redis.call('INCR', KEYS[2])
