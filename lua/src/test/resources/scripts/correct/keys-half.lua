-- The first half of the keys are sources, the second half their destinations.
-- given: MSET {r}:a 1 {r}:b 2
-- run: KEYS {r}:a {r}:b {r}:x {r}:y => 2
-- run: KEYS {r}:a {r}:x => 0
local half = #KEYS / 2
local done = 0
for i = 1, half do
  if redis.call('EXISTS', KEYS[i]) == 1 then
    redis.call('RENAME', KEYS[i], KEYS[half + i])
    done = done + 1
  end
end
return done
