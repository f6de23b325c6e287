-- expect: PG606
function now()
  return tonumber(redis.call('TIME')[1])
end
return redis.call('SET', KEYS[1], now())
