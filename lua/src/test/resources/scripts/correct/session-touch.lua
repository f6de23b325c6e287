-- Slides a session's end, never beyond its absolute one. ARGV: now, idle seconds
-- given: HSET s user u1 ends 1000
-- run: KEYS s ARGV 100 60 => "u1"
-- run: KEYS s ARGV 2000 60 => nil
-- run: KEYS s ARGV 100 60 => nil
-- then: EXISTS s => 0
local session = redis.call('HMGET', KEYS[1], 'user', 'ends')
local user, ends = session[1], session[2]
if not (user and ends) then
  return false
end
local left = tonumber(ends) - tonumber(ARGV[1])
if left <= 0 then
  redis.call('DEL', KEYS[1])
  return false
end
redis.call('EXPIRE', KEYS[1], math.min(left, tonumber(ARGV[2])))
return user
