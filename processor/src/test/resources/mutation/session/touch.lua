local data = redis.call('GET', KEYS[1])
if not data then
    return false
end
redis.call('PEXPIRE', KEYS[1], ARGV[1])
return data
