-- run: KEYS {l}:1 {l}:2 ARGV me 1000 => 1
-- run: KEYS {l}:2 {l}:3 ARGV you 1000 => 0
-- then: EXISTS {l}:3 => 0
if redis.call('EXISTS', unpack(KEYS)) > 0 then return 0 end
for i = 1, #KEYS, 1 do redis.call('PSETEX', KEYS[i], ARGV[2], ARGV[1]) end
return 1
