-- expect: PG603
if redis.call('EXISTS', KEYS[1]) then
  return redis.call('GET', KEYS[1])
end
return false
