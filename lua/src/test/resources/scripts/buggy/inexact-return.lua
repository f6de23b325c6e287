if redis.call('EXISTS', KEYS[1]) == 0 then
  -- expect: PG705
  return 9007199254740993
end
return 0
