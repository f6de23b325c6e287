local owner = tostring(math.random())
-- expect: PG610
if redis.call('SET', KEYS[1], owner, 'NX', 'PX', 10000) then
  return owner
end
return false
