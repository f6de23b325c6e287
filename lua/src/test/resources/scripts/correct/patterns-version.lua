-- Stores a version only if it is newer.
-- run: KEYS v ARGV 1.9.0 => 1
-- run: KEYS v ARGV 1.10.0 => 1
-- run: KEYS v ARGV 1.2.9 => 0
-- run: KEYS v ARGV abc => -ERR
local function parse(text)
  local major, minor, patch = text:match('^(%d+)%.(%d+)%.(%d+)$')
  if not major then
    return nil
  end
  return { tonumber(major), tonumber(minor), tonumber(patch) }
end

local function newer(a, b)
  for i = 1, 3 do
    if a[i] ~= b[i] then
      return a[i] > b[i]
    end
  end
  return false
end

local given = parse(ARGV[1])
if given == nil then
  return redis.error_reply('ERR no version: ' .. ARGV[1])
end
local stored = redis.call('GET', KEYS[1])
if stored and not newer(given, parse(stored)) then
  return 0
end
redis.call('SET', KEYS[1], ARGV[1])
return 1
