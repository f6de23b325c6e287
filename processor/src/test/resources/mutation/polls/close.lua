local closedAt = tonumber(ARGV[1])
local raw = redis.call('GET', KEYS[1])
local state = {status = 'open', closedAt = 0}
if raw then
    state = cjson.decode(raw)
end
if state.status == 'open' then
    state.status = 'closed'
    state.closedAt = closedAt
end
local text = cjson.encode(state)
redis.call('SET', KEYS[1], text)
return text
