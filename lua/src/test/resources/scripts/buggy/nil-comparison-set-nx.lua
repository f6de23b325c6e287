-- expect: PG601
if redis.call('SET', KEYS[1], ARGV[1], 'NX') ~= nil then
  return 1
end
return 0
