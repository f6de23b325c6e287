local due = redis.call('ZRANGEBYSCORE', KEYS[1], 0, ARGV[1])
if #due > 0 then
  -- expect: PG806
  redis.call('RPUSH', KEYS[2], unpack(due))
end
return #due
