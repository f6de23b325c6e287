-- Time, shard and sequence in one id. It passes 2^53, and so is put together as text, digit by digit.
-- run: KEYS seq ARGV 5 => *
-- run: KEYS seq ARGV 5 => *
local t = redis.call('TIME')
local millis = t[1] * 1000 + math.floor(t[2] / 1000)
local seq = redis.call('INCR', KEYS[1]) % 4096
if seq == 1 then
  redis.call('PEXPIRE', KEYS[1], 1000)
end
return string.format('%.0f%03d%04d', millis, tonumber(ARGV[1]), seq)
