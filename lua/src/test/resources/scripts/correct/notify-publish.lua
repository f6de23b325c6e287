-- run: KEYS {n}:v {n}:ch ARGV a => 0
-- run: KEYS {n}:v {n}:ch ARGV a => -1
local old = redis.call('GETSET', KEYS[1], ARGV[1])
if old == ARGV[1] then
  return -1
end
local message = cjson.encode({ from = old or cjson.null, to = ARGV[1] })
return redis.call('PUBLISH', KEYS[2], message)
