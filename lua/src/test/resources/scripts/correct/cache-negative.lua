-- A miss is remembered as an empty string for a short time.
-- run: KEYS k ARGV 5 => [0, nil]
-- run: KEYS k ARGV 5 => [2, nil]
-- given: SET k data
-- run: KEYS k ARGV 5 => [1, "data"]
local v = redis.call('GET', KEYS[1])
if not v then
  redis.call('SET', KEYS[1], '', 'EX', ARGV[1])
  return { 0, false }
elseif v == '' then
  return { 2, false }
else
  return { 1, v }
end
