package dev.perigee.lua.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.lua.diagnostics.ScriptFinding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in a branch is not for the values that never get there. */
class RuledOutTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "local function put(k, v, ttl) if ttl then redis.call('SET', k, v, 'EX', ttl) else redis.call('SET', k, v) end end "
                        + "put(KEYS[1], ARGV[1], ARGV[2]) put(KEYS[2], ARGV[1])",
                "local function put(k, v, ttl) if not ttl then return redis.call('SET', k, v) end "
                        + "return redis.call('SET', k, v, 'EX', ttl) end put(KEYS[1], ARGV[1], ARGV[2]) put(KEYS[2], ARGV[1])",
                "local function put(k, v, ttl) if ttl == nil then return redis.call('SET', k, v) end "
                        + "return redis.call('SET', k, v, 'EX', ttl) end put(KEYS[1], ARGV[1], 5) put(KEYS[2], ARGV[1])",
                "local function put(k, ttl) ttl = tonumber(ttl) if not ttl then return end redis.call('EXPIRE', k, ttl) end "
                        + "put(KEYS[1], 'never') put(KEYS[2], 60)",
                "local function put(k, ttl) if type(ttl) ~= 'number' then return end redis.call('EXPIRE', k, ttl) end "
                        + "put(KEYS[1], 'never')",
                "local function add(k, t) if type(t) == 'table' then for _, v in ipairs(t) do redis.call('SADD', k, v) end "
                        + "else redis.call('SADD', k, t) end end add(KEYS[1], 'a') add(KEYS[1], {'b'})",
                "local function run(c, k) if c == 'skip' then return end redis.call(c, k) end run('skip', KEYS[1]) run('DEL', KEYS[1])",
                "local function ex(k, ttl) if ttl == 'for ever' then redis.call('PERSIST', k) "
                        + "elseif ttl > 5 then redis.call('EXPIRE', k, ttl) end end ex(KEYS[1], 'for ever') ex(KEYS[1], 60)",
                "local function f(n, unit) if n == nil then return 'none' end return n .. unit end return f(nil, 's') .. f(1, 's')",
                "local function f(a, b) if not b then return a end return a + b end return f(1) + f(2, 3)",
                "local function f(l, g) if l == false then return 0 end for _, v in ipairs(l) do g(v) end return 1 end "
                        + "return f(false, nil) + f({KEYS[1]}, function(k) redis.call('DEL', k) end)",
                "local DEBUG = false local function log(m) if not DEBUG then return end redis.log(redis.LOG_NOTICE, m .. DEBUG) end log('x')",
                "local MODE = 'fast' if MODE ~= 'fast' then redis.call(MODE, KEYS[1]) end return redis.call('GET', KEYS[1])",
                "local function push(k, ...) if select('#', ...) == 0 then return 0 end return redis.call('RPUSH', k, ...) end "
                        + "push(KEYS[1]) return push(KEYS[1], 'a')",
                "local function push(k, l) if #l == 0 then return 0 end return redis.call('RPUSH', k, unpack(l)) end "
                        + "push(KEYS[1], {}) return push(KEYS[1], {'a'})",
                "local function put(o) if o.ttl then redis.call('SET', o.key, o.value, 'EX', o.ttl) "
                        + "else redis.call('SET', o.key, o.value) end end put({key = KEYS[1], value = 'a'})"
            })
    void valuesThatDoNotGetThereAreNotHeldAgainstIt(String script) {
        assertThat(Checked.findings(script, Settings.DEFAULT)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '"',
            value = {
                "local function put(k, v, ttl) redis.call('SET', k, v, 'EX', ttl) end put(KEYS[1], ARGV[1])"
                        + " @ a command takes strings and numbers, and this is nil",
                "local function put(k, v, ttl) if ttl then redis.call('SET', k, v) else redis.call('SET', k, v, 'EX', ttl) end end "
                        + "put(KEYS[1], ARGV[1]) @ a command takes strings and numbers, and this is nil",
                "local ttl = ARGV[1] if not ttl then return redis.call('GTE', KEYS[1]) end return redis.call('GET', KEYS[1])"
                        + " @ there is no command GTE",
                "local n = 0 if #KEYS > 0 then n = 1 end if n == 0 then return redis.call('GTE', KEYS[1]) end"
                        + " @ there is no command GTE",
                "local l = {} for i = 1, #ARGV do l[#l + 1] = ARGV[i] end if #l == 0 then return redis.call('GTE', KEYS[1]) end"
                        + " @ there is no command GTE",
                "local a = {ARGV[1], ARGV[2]} if #a < 2 then return redis.call('GTE', KEYS[1]) end @ there is no command GTE",
                "local a = {} local function fill(t) t[1] = 1 end pcall(fill, a) if #a == 0 then return 0 end "
                        + "return redis.call('GTE', KEYS[1]) @ there is no command GTE",
                "local a, b = {}, {} for _, l in ipairs({a, b}) do l[#l + 1] = 'x' end "
                        + "if #a > 0 then return redis.call('GTE', KEYS[1]) end @ there is no command GTE",
                "local o = {} local p = ARGV[1] and o or {} p.n = 1 if o.n then return redis.call('GTE', KEYS[1]) end"
                        + " @ there is no command GTE",
                "local done = false while not done do done = redis.call('LPOP', KEYS[1]) == false end return redis.call('GTE', KEYS[1])"
                        + " @ there is no command GTE"
            })
    void valuesThatGetThereAre(String script, String message) {
        assertThat(Checked.findings(script, Settings.DEFAULT))
                .extracting(ScriptFinding::message)
                .containsExactly(message);
    }

    @Test
    void whatIsRuledOutMayStillWrite() {
        String script =
                "#!lua flags=no-writes\nlocal DEBUG = false if DEBUG then redis.call('DEL', KEYS[1]) end return 1";

        assertThat(Checked.codes(script, Settings.DEFAULT)).containsExactly("PG802");
    }
}
