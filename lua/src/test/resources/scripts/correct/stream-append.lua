-- run: KEYS s ARGV 100 type order id 7 => *
-- then: XLEN s => 1
-- run: KEYS s ARGV 100 type => -ERR
local fields = #ARGV - 1
if fields < 2 or fields % 2 ~= 0 then
  return redis.error_reply("ERR fields come in pairs")
end
return redis.call("XADD", KEYS[1], "MAXLEN", "~", ARGV[1], "*", unpack(ARGV, 2))
