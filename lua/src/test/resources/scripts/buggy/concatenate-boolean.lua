local ok = true
if redis.call('EXISTS', KEYS[1]) == 0 then
  ok = false
end
-- expect: PG612
return redis.call('SET', KEYS[2], 'ok:' .. ok)
