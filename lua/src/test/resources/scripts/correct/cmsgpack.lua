-- run: KEYS mp:{1} ARGV x
local packed = redis.call('GET', KEYS[1])
local seen = packed and cmsgpack.unpack(packed) or {}
seen[#seen + 1] = ARGV[1]
redis.call('SET', KEYS[1], cmsgpack.pack(seen))
return #seen
