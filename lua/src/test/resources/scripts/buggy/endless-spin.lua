-- expect: PG804
while true do
  if redis.call('GET', KEYS[1]) == 'ready' then
    redis.log(redis.LOG_NOTICE, 'ready')
  end
end
