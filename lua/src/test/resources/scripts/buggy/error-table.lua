if redis.call('EXISTS', KEYS[1]) == 0 then
  -- expect: PG609
  error({ code = 404, message = 'not found' })
end
return redis.call('GET', KEYS[1])
