-- Rules come as JSON: [[limit, seconds], ...]; the counters' keys are derived from KEYS[1], which has a hash tag.
-- run: KEYS {u1}:rl ARGV [[2,10],[3,60]] => 0
-- run: KEYS {u1}:rl ARGV [[2,10],[3,60]] => 0
-- run: KEYS {u1}:rl ARGV [[2,10],[3,60]] => 10
local rules = cjson.decode(ARGV[1])
for _, rule in ipairs(rules) do
  local limit, seconds = rule[1], rule[2]
  local used = redis.call('GET', KEYS[1] .. ':' .. seconds)
  if used and tonumber(used) >= limit then
    return seconds
  end
end
for _, rule in ipairs(rules) do
  local key = KEYS[1] .. ':' .. rule[2]
  if redis.call('INCR', key) == 1 then
    redis.call('EXPIRE', key, rule[2])
  end
end
return 0
