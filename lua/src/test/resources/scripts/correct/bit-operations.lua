-- run: KEYS bo:{1} ARGV 5 3
local a, b = tonumber(ARGV[1]), tonumber(ARGV[2])
local mixed = bit.bxor(bit.band(a, 0xff), bit.lshift(b, 2))
redis.call('SET', KEYS[1], mixed)
return mixed
