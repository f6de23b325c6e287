package dev.perigee.lua.assembly;

import java.time.Duration;

/**
 * Wraps a script so that it keeps its reply under an operation key, and gives that again when it is called again with the
 * same key: the script runs once. All of it is one run of a script, and so atomic.
 *
 * <p>The operation key is one key more, the last of KEYS; the wrapper takes it off, so that the script sees its own. The
 * script becomes the body of a function without any name around it that it could see or hide. It stays on its lines: before
 * it, only text without a newline is added, after the line of a shebang.
 *
 * <p>What is kept is what Redis would make of the value that the script returns, which is less than the value: an array ends
 * at the first nil, fields that say nothing are ignored, metatables are not asked. An error that the script raises becomes the
 * reply that the server makes of it, with the line. The first run gives what it kept, so that a repetition cannot give
 * anything else. The kept reply is a MessagePack array: the RESP version that the script had chosen, then strings and numbers
 * as they are, and all else as {@code false} and a number that says what follows. {@code cmsgpack} cannot nest deeply, and
 * takes an array with holes for a map; flat as this is, it holds any reply.
 *
 * <p>The reply is written after the script's own commands. Redis refuses a script's first write alone (out of memory, a
 * read-only replica, a disk error, too few replicas), so when this one is refused, the script has written nothing, and its
 * caller gets the refusal. A missing permission would be noticed too late, and is asked for first, where the server can
 * tell (7.0). Nothing is written before the script, so that it can be killed as any other.
 */
public final class ReplyRecording {

    /** What is the same in all wrapped scripts, and follows what is a script's own. */
    public static final String COMMON = """
            local op = table.remove(KEYS)
            local command, pcall, error, type, rawget, next = redis.pcall, pcall, error, type, rawget, next
            local pack, unpack = struct.pack, struct.unpack
            local function to_items(reply)
              local items, n = {2}, 1
              local function put(item)
                n = n + 1
                items[n] = item
              end
              local function tag(kind)
                put(false)
                put(kind)
              end
              local put_value
              local function put_text(value, name, kind)
                local text = rawget(value, name)
                if type(text) ~= 'string' then return false end
                tag(kind)
                put(text)
                return true
              end
              local function put_pairs(pairs, kind, depth)
                tag(kind)
                put(0)
                local at, count = n, 0
                for key, value in next, pairs do
                  put_value(key, depth)
                  if kind == 9 then put_value(value, depth) end
                  count = count + 1
                end
                items[at] = count
              end
              local function put_table(value, depth)
                if put_text(value, 'err', 5) or put_text(value, 'ok', 6) then return end
                local double, map, set, verbatim = rawget(value, 'double'), rawget(value, 'map'), rawget(value, 'set'), rawget(value, 'verbatim_string')
                if type(double) == 'number' then
                  tag(7)
                  return put(pack('>d', double))
                end
                if type(map) == 'table' then return put_pairs(map, 9, depth) end
                if type(set) == 'table' then return put_pairs(set, 10, depth) end
                if put_text(value, 'big_number', 8) then return end
                if type(verbatim) == 'table' and type(rawget(verbatim, 'string')) == 'string' and type(rawget(verbatim, 'format')) == 'string' then
                  tag(11)
                  put(rawget(verbatim, 'format'))
                  return put(rawget(verbatim, 'string'))
                end
                tag(1)
                put(0)
                local at, count = n, 0
                local element = rawget(value, 1)
                while element ~= nil do
                  put_value(element, depth)
                  count = count + 1
                  element = rawget(value, count + 1)
                end
                items[at] = count
              end
              function put_value(value, depth)
                local kind = type(value)
                if kind == 'string' or kind == 'number' then return put(value) end
                if kind == 'boolean' then
                  items[1] = 0
                  return tag(value and 3 or 2)
                end
                if kind ~= 'table' or depth == 8000 then return tag(4) end
                return put_table(value, depth + 1)
              end
              put_value(reply, 0)
              return items
            end
            local function from_items(items)
              local n = 1
              local get
              local function take()
                n = n + 1
                return items[n]
              end
              local function get_pairs(kind)
                local pairs = {}
                for _ = 1, take() do
                  local key = get()
                  if kind == 9 then pairs[key] = get() else pairs[key] = true end
                end
                return pairs
              end
              function get()
                local item = take()
                if item ~= false then return item end
                local kind = take()
                if kind == 1 then
                  local array = {}
                  for i = 1, take() do array[i] = get() end
                  return array
                elseif kind == 2 then return false
                elseif kind == 3 then return true
                elseif kind == 4 then return error
                elseif kind == 5 then return {err = take()}
                elseif kind == 6 then return {ok = take()}
                elseif kind == 7 then return {double = (unpack('>d', take()))}
                elseif kind == 8 then return {big_number = take()}
                elseif kind == 9 then return {map = get_pairs(kind)}
                elseif kind == 10 then return {set = get_pairs(kind)}
                end
                local format = take()
                return {verbatim_string = {format = format, string = take()}}
              end
              return get()
            end
            local function raised(problem)
              local _, at = pcall(error, '', 3)
              if at == '' then _, at = pcall(error, '', 4) end
              at = at == '' and '=[C]:-1' or (string.sub(at, 1, 1) == '[' and '' or '@') .. string.sub(at, 1, -3)
              if type(problem) == 'table' then
                problem = rawget(problem, 'err')
                if type(problem) ~= 'string' then problem = 'ERR unknown error' end
              else
                problem = 'ERR ' .. tostring(problem)
              end
              return {err = problem .. ' script: ' .. sha .. ', on ' .. at .. '.'}
            end
            local record = command('GET', op)
            if type(record) == 'table' then return record end
            if record then
              local items = cmsgpack.unpack(record)
              if items[1] == 3 then redis.setresp(3) end
              return from_items(items)
            end
            if redis.acl_check_cmd and not redis.acl_check_cmd('SET', op, '', 'PX', remember) then
              return {err = 'NOPERM this user may not call SET'}
            end
            local ok, reply = xpcall(body, raised)
            if not ok and type(reply) ~= 'table' then reply = {err = 'ERR ' .. tostring(reply)} end
            local kind = type(reply)
            local flat = kind == 'number' or kind == 'string'
            local items = flat and {2, reply} or to_items(reply)
            if items[1] == 0 then items[1] = command('GET', op) == nil and 3 or 2 end
            pcall(redis.set_repl, redis.REPL_ALL)
            local saved = command('SET', op, cmsgpack.pack(items), 'PX', remember)
            if saved.err then return saved end
            if flat then return reply end
            return from_items(items)
            """;

    private ReplyRecording() {}

    /**
     * The script, wrapped.
     *
     * @param script the script as it is without
     * @param remember how long its replies are kept, in whole milliseconds
     */
    public static RecordingScript around(AssembledScript script, Duration remember) {
        // A function that takes varargs has a local "arg" in Lua 5.1, and the main chunk has none.
        String head = script.text().contains("...") ? "local body = function(...) " : "local body = function() ";
        String tail = "\nend\nlocal remember, sha = '" + remember.toMillis() + "', '" + script.sha1() + "'\n" + COMMON;
        String text = wrapped(script.text(), head, tail);
        return new RecordingScript(new AssembledScript(text, ScriptAssembly.sha1(text)), head, tail);
    }

    private static String wrapped(String text, String head, String tail) {
        int start = text.startsWith("#!") ? text.indexOf('\n') + 1 : 0;
        return text.substring(0, start) + head + text.substring(start) + tail;
    }
}
