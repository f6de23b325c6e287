-- expect: PG506
if redis.call('SET', KEYS[1], ARGV[1], 'IFNX', 'EX', 10) then
  return 1
end
return 0
