-- Refuses writes of a holder whose token is older than one already seen.
-- run: KEYS {d}:v {d}:seen ARGV 5 hello => +OK
-- run: KEYS {d}:v {d}:seen ARGV 4 late => -STALE
-- run: KEYS {d}:v {d}:seen ARGV 5 again => +OK
-- then: GET {d}:v => "again"
local token = tonumber(ARGV[1])
local seen = tonumber(redis.call('GET', KEYS[2]) or '0')
if token < seen then
  return redis.error_reply(string.format('STALE token %d, already saw %d', token, seen))
end
redis.call('SET', KEYS[2], ARGV[1])
return redis.call('SET', KEYS[1], ARGV[2])
