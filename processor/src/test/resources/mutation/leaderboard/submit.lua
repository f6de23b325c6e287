local player, points = ARGV[1], ARGV[2]
return redis.call('ZINCRBY', KEYS[1], points, player)
