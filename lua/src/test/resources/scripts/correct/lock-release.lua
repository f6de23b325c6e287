-- Deletes the lock if the caller still owns it.
-- given: SET lock:1 tok
-- run: KEYS lock:1 ARGV other => 0
-- run: KEYS lock:1 ARGV tok => 1
-- run: KEYS lock:1 ARGV tok => 0
if redis.call("get",KEYS[1]) == ARGV[1] then
    return redis.call("del",KEYS[1])
else
    return 0
end
