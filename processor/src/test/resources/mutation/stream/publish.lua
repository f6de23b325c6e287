local kind, payload = ARGV[1], ARGV[2]
local id = redis.call('XADD', KEYS[1], 'MAXLEN', '~', ARGV[3], '*', 'type', kind, 'payload', payload)
redis.call('HINCRBY', KEYS[2], 'published', 1)
return id
