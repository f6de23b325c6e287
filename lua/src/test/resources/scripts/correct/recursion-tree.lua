-- Deletes a node with all its children: the set of the children of a node is at {t}:<node>.
-- given: SADD {t}:root a b
-- given: SADD {t}:a c
-- run: KEYS {t} ARGV root => 4
-- run: KEYS {t} ARGV root => 1
local function remove(node)
  local key = KEYS[1] .. ':' .. node
  local removed = 1
  for _, child in ipairs(redis.call('SMEMBERS', key)) do
    removed = removed + remove(child)
  end
  redis.call('DEL', key)
  return removed
end
return remove(ARGV[1])
