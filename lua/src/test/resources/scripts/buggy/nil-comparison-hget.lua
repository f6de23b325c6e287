local fields = redis.call('HMGET', KEYS[1], 'tokens', 'at')
local tokens = fields[1]
-- expect: PG601
if tokens == nil then
  tokens = ARGV[1]
end
return tokens
