local type, body, keep = ARGV[1], ARGV[2], tonumber(ARGV[3])
return redis.call('XADD', KEYS[1], 'MAXLEN', '~', keep, '*', 'type', type, 'body', body)
