-- with: profile=cluster strict
local members = redis.call('SMEMBERS', KEYS[1])
local values = {}
for i, member in ipairs(members) do
  -- expect: PG312
  values[i] = redis.call('GET', member)
end
return values
