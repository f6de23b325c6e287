-- expect: PG602
if redis.call('TYPE', KEYS[1]) == 'hash' then
  return redis.call('HGETALL', KEYS[1])
end
return {}
