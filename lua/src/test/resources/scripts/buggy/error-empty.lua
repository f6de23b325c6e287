local n = tonumber(ARGV[1])
if not n then
  -- expect: PG609
  error({})
end
return redis.call('INCRBY', KEYS[1], n)
