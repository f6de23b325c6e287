#!lua flags=no-writes
-- One field of many hashes; misses are empty strings.
-- given: HSET {h}:1 name a
-- run: KEYS {h}:1 {h}:2 ARGV name => ["a", ""]
-- run: ARGV name => []
local out = {}
for i = 1, #KEYS do
    out[i] = redis.call('HGET', KEYS[i], ARGV[1]) or ''
end
return out
