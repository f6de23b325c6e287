-- Runs command lines, each in every state of the keys, and tells what Lua gets of the replies. Whatever word is taken for a
-- key, there is one.
-- ARGV[1]: the lines, ARGV[2]: the states, as commands that make them of a key, both in JSON.

local function shape(reply)
    local kind = type(reply)
    if kind == 'number' then
        return {'whole'}
    elseif kind == 'string' then
        return {'bulk', reply}
    elseif kind == 'boolean' then
        return {tostring(reply)}
    elseif kind ~= 'table' then
        return {kind}
    elseif reply.err then
        return {'error', reply.err}
    elseif reply.ok then
        return {'status', reply.ok}
    end
    local array = {'array'}
    for i = 1, #reply do
        array[i + 1] = shape(reply[i])
    end
    return array
end

local results = {}
for i, line in ipairs(cjson.decode(ARGV[1])) do
    local replies = {}
    for j, state in ipairs(cjson.decode(ARGV[2])) do
        redis.call('FLUSHDB')
        local made = {}
        for k = 2, #line do
            if not made[line[k]] then
                made[line[k]] = true
                for _, command in ipairs(state) do
                    if command[1] == 'XGROUP' then
                        redis.call('XGROUP', command[2], line[k], unpack(command, 3))
                    else
                        redis.call(command[1], line[k], unpack(command, 2))
                    end
                end
            end
        end
        replies[j] = shape(redis.pcall(unpack(line)))
    end
    results[i] = replies
end
return results
