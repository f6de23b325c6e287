-- The length of whatever is stored.
-- given: RPUSH {t}:l a b
-- given: SET {t}:s hello
-- given: HSET {t}:h f v
-- run: KEYS {t}:l {t}:s {t}:h {t}:x => [2, 5, 1, 0]
local length = {
  list = function(key) return redis.call('LLEN', key) end,
  set = function(key) return redis.call('SCARD', key) end,
  hash = function(key) return redis.call('HLEN', key) end,
  zset = function(key) return redis.call('ZCARD', key) end,
  string = function(key) return redis.call('STRLEN', key) end,
}
local out = {}
for i, key in ipairs(KEYS) do
  local kind = redis.call('TYPE', key).ok
  local f = length[kind]
  out[i] = f and f(key) or 0
end
return out
