-- with: profile=alibaba
for i = 1, #KEYS do
  -- expect: PG314
  redis.call('DEL', KEYS[i])
end
return 1
