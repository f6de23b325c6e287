-- run: KEYS {q}:queues {q}:mail ARGV mail a b c => 3
-- run: KEYS {q}:queues {q}:mail ARGV mail d => 4
-- then: SMEMBERS {q}:queues => ["mail"]
redis.call('SADD', KEYS[1], ARGV[1])
return redis.call('RPUSH', KEYS[2], unpack(ARGV, 2))
