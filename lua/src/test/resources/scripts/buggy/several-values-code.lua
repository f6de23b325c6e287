if redis.call('EXISTS', KEYS[1]) == 0 then
  -- expect: PG706
  return -1, 'no such key'
end
return redis.call('DEL', KEYS[1])
