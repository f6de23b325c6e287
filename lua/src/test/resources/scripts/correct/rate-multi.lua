-- Several limits at once: all or none are charged. ARGV: limit and window, per key
-- run: KEYS {m}:s {m}:m ARGV 2 1000 3 60000 => 0
-- run: KEYS {m}:s {m}:m ARGV 2 1000 3 60000 => 0
-- run: KEYS {m}:s {m}:m ARGV 2 1000 3 60000 => 1
-- given: DEL {m}:s
-- run: KEYS {m}:s {m}:m ARGV 2 1000 3 60000 => 0
-- given: DEL {m}:s
-- run: KEYS {m}:s {m}:m ARGV 2 1000 3 60000 => 2
for i, key in ipairs(KEYS) do
  local limit = tonumber(ARGV[i * 2 - 1])
  local used = tonumber(redis.call('GET', key)) or 0
  if used >= limit then
    return i
  end
end
for i, key in ipairs(KEYS) do
  if redis.call('INCR', key) == 1 then
    redis.call('PEXPIRE', key, ARGV[i * 2])
  end
end
return 0
