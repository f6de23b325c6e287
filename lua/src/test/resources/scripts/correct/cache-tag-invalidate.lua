-- Deletes all entries under tags. The entries' keys are read from the tags' sets: they share the hash tag.
-- given: SADD {t}:a {t}:1 {t}:2
-- given: MSET {t}:1 x {t}:2 y
-- run: KEYS {t}:a {t}:b => 2
-- run: KEYS {t}:a {t}:b => 0
local total = 0
for _, tag in ipairs(KEYS) do
  local members = redis.call('SMEMBERS', tag)
  for i = 1, #members, 1000 do
    total = total + redis.call('UNLINK', unpack(members, i, math.min(i + 999, #members)))
  end
  redis.call('DEL', tag)
end
return total
