-- INCRBYFLOAT replies with a string, and so the balance keeps its fraction.
-- run: KEYS f ARGV 10.50 => "10.5"
-- run: KEYS f ARGV -0.25 => "10.25"
-- run: KEYS f ARGV -99 => -NEGATIVE
-- then: GET f => "10.25"
local balance = redis.call('INCRBYFLOAT', KEYS[1], ARGV[1])
if tonumber(balance) < 0 then
  redis.call('INCRBYFLOAT', KEYS[1], (ARGV[1]:gsub('^%-', '')))
  return redis.error_reply('NEGATIVE the balance must not fall below zero')
end
return balance
