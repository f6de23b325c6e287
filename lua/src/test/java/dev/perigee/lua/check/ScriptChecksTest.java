package dev.perigee.lua.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.lua.commands.Target;
import dev.perigee.lua.diagnostics.ScriptRule;
import dev.perigee.lua.diagnostics.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptChecksTest {

    private static final Settings CLUSTER = with(Profile.CLUSTER, false);

    private static Settings with(Profile profile, boolean strict) {
        return new Settings(Target.REDIS_7_0, profile, strict, -1);
    }

    static Stream<Path> correctScripts() {
        return CorrectScripts.all();
    }

    @ParameterizedTest
    @MethodSource("correctScripts")
    void nothingIsFoundInCorrectScripts(Path script) throws IOException {
        // One says itself that its replies differ, which is a note.
        assertThat(Checked.findings(Files.readString(script), Settings.DEFAULT))
                .allMatch(finding -> finding.severity() == Severity.NOTE
                        && text(script).contains("-- note: " + finding.rule().code()));
        assertThat(Checked.findings(Files.readString(script), CLUSTER))
                .noneMatch(finding -> finding.severity() != Severity.NOTE && finding.rule() != ScriptRule.DERIVED_KEY);
    }

    private static String text(Path script) {
        try {
            return Files.readString(script);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Scripts as articles teach them, each with its mistake. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '"',
            value = {
                "PG504 @ local job = redis.call('BLPOP', KEYS[1], 0) return job",
                "PG501 @ redis.call('sleep', 1) return redis.call('GET', KEYS[1])",
                "PG807 @ redis.call('cluster', 'setslot', 1, 'stable') return 1",
                "PG703 @ local profile = redis.call('GET', KEYS[1]) local orders = redis.call('LRANGE', KEYS[2], 0, 9) "
                        + "return {profile=profile, orders=orders}",
                "PG605 @ return redis.call('GET', KEY[2])",
                "PG611 @ local elements = redis.call('LRANGE', KEYS[1], 0, -1) for i, e in elements do "
                        + "redis.call('SREM', KEYS[2], e) end",
                "PG701 @ local balance = tonumber(redis.call('INCRBYFLOAT', KEYS[1], ARGV[1])) return balance",
                "PG311 @ redis.call('SET', KEYS[1] .. ':operations:' .. ARGV[3], 1)"
            })
    void whatArticlesTeachIsFound(String code, String script) {
        assertThat(Checked.codes(script, CLUSTER)).containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '"',
            value = {
                "PG205 @ return KEYS[0]",
                "PG205 @ return ARGV['1']",
                "PG309 @ return redis.call('GET', 'counter')",
                "PG309 @ local k = 'count' .. 'er' return redis.call('GET', k)",
                "PG310 @ return redis.call('GET', ARGV[1])",
                "PG310 @ return redis.call('GET', string.format('user:%s', ARGV[1]))",
                "PG310 @ local function get(k) return redis.call('GET', k) end return get('a:' .. ARGV[2])",
                "PG313 @ redis.call('SADD', KEYS[1], KEYS[2])",
                "PG501 @ redis.call('GTE', KEYS[1])",
                "PG502 @ redis.call('OBJECT', 'ENCODIN', KEYS[1])",
                "PG503 @ redis.call('GET', KEYS[1], KEYS[1])",
                "PG503 @ redis.call('HSET', KEYS[1])",
                "PG504 @ redis.call('SUBSCRIBE', 'news')",
                "PG504 @ redis.call('XREAD', 'BLOCK', 0, 'STREAMS', KEYS[1], '0')",
                "PG505 @ redis.call('HTTL', KEYS[1], 'FIELDS', 1, 'a')",
                "PG506 @ redis.call('SET', KEYS[1], ARGV[1], 60)",
                "PG507 @ redis.call('SET', KEYS[1], ARGV[1], 'EX', 60, 'PX', 60000)",
                "PG508 @ redis.call('SET', KEYS[1], ARGV[1], 'EX')",
                "PG508 @ redis.call('HSET', KEYS[1], 'a', 1, 'b')",
                "PG509 @ redis.call('SETEX', KEYS[1], 'value', 60)",
                "PG509 @ redis.call('EXPIRE', KEYS[1], (1500 / 1000))",
                "PG509 @ redis.call('EXPIRE', KEYS[1], ARGV[1] / 1000)",
                "PG510 @ redis.call('SET', KEYS[1], nil)",
                "PG510 @ redis.call('DEL', KEYS)",
                "PG510 @ redis.call('SET', KEYS[1], {1, 2})",
                "PG511 @ local value, ttl = ARGV[1], ARGV[2] redis.call('SETEX', KEYS[1], value, ttl)",
                "PG601 @ if redis.call('GET', KEYS[1]) == nil then return 1 end",
                "PG601 @ local v = redis.call('HGET', KEYS[1], 'a') return v ~= nil and 1 or 0",
                "PG601 @ local v = redis.call('HMGET', KEYS[1], 'a', 'b') if v[1] == nil then return 1 end",
                "PG601 @ if redis.call('SET', KEYS[1], 1, 'NX') == nil then return 1 end",
                "PG602 @ if redis.call('TYPE', KEYS[1]) == 'hash' then return 1 end",
                "PG602 @ if redis.call('SET', KEYS[1], 1, 'NX') == 'OK' then return 1 end",
                "PG603 @ if redis.call('SISMEMBER', KEYS[1], ARGV[1]) then return 1 end",
                "PG603 @ if not redis.call('EXISTS', KEYS[1]) then return 1 end",
                "PG603 @ local n = redis.call('HEXISTS', KEYS[1], 'a') while n do n = redis.call('HDEL', KEYS[1], 'a') end",
                "PG604 @ if ARGV[1] > 5 then return 1 end",
                "PG604 @ if redis.call('GET', KEYS[1]) == 1 then return 1 end",
                "PG604 @ local n = tonumber(ARGV[1]) if n == '1' then return 1 end",
                "PG605 @ return total",
                "PG606 @ total = 1",
                "PG606 @ function helper() end",
                "PG607 @ return require('x')",
                "PG607 @ return cjson.dcode(ARGV[1])",
                "PG607 @ return table.unpack({1})",
                "PG607 @ return redis.cal('GET', KEYS[1])",
                "PG607 @ return ARGV[1]:split(',')",
                "PG607 @ return ('a,b'):trim()",
                "PG607 @ local v = redis.call('GET', KEYS[1]) return v:formt('x')",
                "PG608 @ string.trim = 1",
                "PG609 @ error({})",
                "PG609 @ error({code = 1})",
                "PG610 @ redis.call('SET', KEYS[1], 'token:' .. math.random(100000))",
                "PG611 @ local x = 5 return x()",
                "PG612 @ return redis.call('TIME') + 1",
                "PG612 @ return 'a' .. nil",
                "PG701 @ return 3.99",
                "PG701 @ return redis.call('LLEN', KEYS[1]) / 2",
                "PG702 @ return {1, nil, 3}",
                "PG703 @ return {count = 1}",
                "PG703 @ return {1, {name = 'x'}}",
                "PG704 @ if ARGV[1] == '1' then return 1 end return {1, 2}",
                "PG705 @ redis.call('SET', KEYS[1], 9007199254740993)",
                "PG705 @ redis.call('ZADD', KEYS[1], 1, 9007199254740993)",
                "PG604 @ local n = redis.call('GET', KEYS[1]) or 0 if n > 5 then return 1 end return 0",
                "PG604 @ local n = redis.call('GET', KEYS[1]) if not n then n = 0 end return n >= 5 and 1 or 0",
                "PG602 @ local ok = redis.call('SET', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2]) return ok == 'OK' and 1 or 0",
                "PG609 @ error({err = nil})",
                "PG609 @ local e = {} e.message = 'text' error(e)",
                "PG706 @ return 1, 2",
                "PG707 @ local t = redis.call('TIME') return 'id:' .. t[1] * 1000000",
                "PG707 @ return tostring(1e15)",
                "PG804 @ while true do redis.call('INCR', KEYS[1]) end",
                "PG804 @ local i = 0 while i < 10 do local x = i end",
                "PG804 @ local i, j = 0, 0 while i < 10 and j < 5 do local i = 1 + i end",
                "PG804 @ local i, t = 0, {} while not (i == 10) do t[i] = i end",
                "PG804 @ local i = 0 repeat local x = i until i > 10",
                "PG804 @ local function f(n) while n > 0 do local m = n - 1 end end f(3)",
                "PG805 @ return redis.call('KEYS', '*')",
                "PG806 @ redis.call('RPUSH', KEYS[1], unpack(redis.call('SMEMBERS', KEYS[2])))",
                "PG603 @ return redis.call('EXISTS', KEYS[1]) and 'y' or 'n'",
                "PG603 @ local e = redis.call('EXISTS', KEYS[1]) return e and 1 or 0",
                "PG603 @ return redis.call('EXISTS', KEYS[1]) and redis.call('GET', KEYS[1]) or ''",
                "PG602 @ return redis.call('SET', KEYS[1], 1, 'NX') == true",
                "PG604 @ return redis.call('SMOVE', KEYS[1], KEYS[2], 'a') ~= false",
                "PG604 @ return redis.call('HSETNX', KEYS[1], 'a', 1) == true",
                "PG604 @ return redis.call('EXISTS', KEYS[1]) == false",
                "PG604 @ return redis.pcall('EXISTS', KEYS[1]) ~= true",
                "PG604 @ if redis.call('GET', KEYS[1]) == true then return 1 end",
                "PG604 @ if not redis.call('HGET', KEYS[1], 'a') == ARGV[1] then return 1 end",
                "PG604 @ local v = redis.call('GET', KEYS[1]) if not v == nil then return 1 end",
                "PG604 @ local v = redis.call('GET', KEYS[1]) if not v > 5 then return 1 end",
                "PG702 @ local o if ARGV[1] == 'x' then o = 1 end return {o, 2}",
                "PG702 @ local o = nil for i = 1, #ARGV do o = ARGV[i] end return {1, o, redis.call('LLEN', KEYS[1])}",
                "PG205 @ local u = redis.call('HGETALL', KEYS[1]) return u.name",
                "PG205 @ return redis.call('HMGET', KEYS[1], 'a', 'b')['a']",
                "PG205 @ for i = 0, #KEYS do redis.call('DEL', KEYS[i]) end",
                "PG205 @ for n = -1, #ARGV do redis.call('SADD', KEYS[1], ARGV[n]) end",
                "PG612 @ for i = 1, KEYS do redis.call('DEL', KEYS[i]) end",
                "PG612 @ for i = 1, redis.call('TIME') do redis.call('INCR', KEYS[1]) end",
                "PG612 @ for i = nil, 3 do redis.call('INCR', KEYS[1]) end",
                "PG612 @ for i = 1, 3, false do redis.call('INCR', KEYS[1]) end",
                "PG706 @ local ok, v = redis.pcall('GET', KEYS[1]) if ok then return v end",
                "PG706 @ local v, err = redis.call('GET', KEYS[1]) if err then return 0 end return v",
                "PG706 @ local call = redis.call local n, v, err = 1, call('GET', KEYS[1]) return err",
                "PG503 @ return redis.error_reply()",
                "PG503 @ return redis.status_reply()",
                "PG503 @ return redis.error_reply('ERR', 'text')",
                "PG503 @ redis.log('x')",
                "PG503 @ return redis.sha1hex()",
                "PG610 @ local t = redis.sha1hex(math.random()) redis.call('SET', KEYS[1], t)",
                "PG610 @ local t = redis.sha1hex(redis.call('TIME')[1] .. ':' .. math.random(1000)) redis.call('SET', KEYS[1], t)",
                "PG610 @ redis.call('HSET', KEYS[1], 'token', string.format('%x', math.random(1000000)))",
                "PG610 @ redis.call('HSET', KEYS[1], 'token', redis.sha1hex('a' .. tostring(math.random())))",
                "PG610 @ redis.call('HSET', KEYS[1], 'token', string.sub(tostring(math.random()) .. 'x', 3))",
                "PG610 @ local token = string.format('%08x', math.random(1000000)) redis.call('SET', KEYS[1], token)",
                "PG610 @ local r = tostring(math.random()) local nonce = 'n' .. r redis.call('SADD', KEYS[1], nonce)",
                "PG610 @ local csrf = '' for i = 1, 9 do csrf = csrf .. string.char(math.random(97, 122)) end redis.call('SET', KEYS[1], csrf)"
            })
    void mistakesAreFound(String code, String script) {
        assertThat(Checked.codes(script, CLUSTER)).containsExactly(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "local function yes(v) return v == true or v == 1 or v == '1' end "
                        + "return (yes(redis.call('EXISTS', KEYS[1])) or yes(ARGV[1])) and 1 or 0",
                "local function enc(v) if v == true then return '1' end return tostring(v) end return enc(true) .. enc(5)",
                "local f = redis.call('HGET', KEYS[1], 'f') return (f == 'true' or f == true) and 1 or 0",
                "local r = redis.call('SET', KEYS[1], 1, 'NX') "
                        + "return (r == true or (type(r) == 'table' and r.ok == 'OK')) and 1 or 0",
                "local e = {} e.err = 'CODE text' error(e)",
                "local function fail(c, m) local e = {} e['err'] = c .. ' ' .. m error(e) end fail('CODE', ARGV[1])",
                "local r = redis.call('SET', KEYS[1], ARGV[1], 'NX') "
                        + "return ((type(r) == 'table' and r.ok == 'OK') or r == 'OK') and 1 or 0",
                "local v = redis.call('GET', KEYS[1]) if v == nil or v == false then return 1 end",
                "local v = redis.call('LRANGE', KEYS[1], 0, 0)[1] if v == nil then return 1 end",
                "local v = tonumber(redis.call('GET', KEYS[1])) if v == nil then return 1 end",
                "local v = cjson.decode(ARGV[1]) if v.a == nil then return 1 end",
                "if redis.call('TYPE', KEYS[1]).ok == 'hash' then return 1 end",
                "if redis.call('SET', KEYS[1], 1, 'NX') then return 1 end",
                "if redis.call('EXISTS', KEYS[1]) == 1 then return 1 end",
                "if redis.call('GET', KEYS[1]) == '1' then return 1 end",
                "if ARGV[1] == '1' then return 1 end",
                "if tonumber(ARGV[1]) > 5 then return 1 end",
                "local n = redis.call('INCR', KEYS[1]) if n == 1 then redis.call('EXPIRE', KEYS[1], 60) end return n",
                "return redis.call('JSON.SET', KEYS[1], '$', '{}')",
                "return redis.call(ARGV[1], KEYS[1])",
                "redis.call('RPUSH', KEYS[1], unpack(ARGV))",
                "redis.call('SET', KEYS[1], ARGV[1], unpack(ARGV, 2))",
                "redis.call('ZADD', KEYS[1], unpack(ARGV))",
                "redis.call('PUBLISH', KEYS[2], redis.call('INCR', KEYS[1]))",
                "return ARGV[1]:upper():sub(2)",
                "return ('%s'):format(ARGV[1])",
                "local t = cjson.decode(ARGV[1]) return t:split(',')",
                "local t = {split = function(self) return 1 end} return t:split(',')",
                "local s = ARGV[1] if ARGV[2] then s = cjson.decode(ARGV[2]) end return s:split(',')",
                "local i, j = 0, 0 while i < 10 do i = i + 1 j = j + i end return j",
                "local i = 0 local function add() i = i + 1 end while i < 10 do add() end",
                "local i = 1 while i < 10 do if KEYS[i] then break end end",
                "local t = {} while #t < 10 do t[#t + 1] = 1 end",
                "local f = ARGV[1] while f do error('x') end",
                "local t, n = {}, 0 while n < 3 do for k in next, t do n = 1 end end",
                "local done = true repeat local x = 1 until done or x",
                "repeat local x = 1 until true",
                "while false do local x = 1 end",
                "return {ok = 'FINE'}",
                "return {err = 'CODE text'}",
                "return {1, false, 3}",
                "return {}",
                "error('CODE text')",
                "error({err = 'CODE text'})",
                "return redis.error_reply('CODE ' .. ARGV[1])",
                "return math.floor(ARGV[1] / 3)",
                "local t = redis.call('TIME') return 'id:' .. t[1] * 1000",
                "local f = redis.call return f('GET', KEYS[1])",
                "for i = 1, #KEYS do redis.call('DEL', KEYS[i]) end",
                "for i, k in ipairs(KEYS) do redis.call('DEL', k, ARGV[i] and k or k) end",
                "while true do if not redis.call('LPOP', KEYS[1]) then break end end",
                "local n = redis.call('LLEN', KEYS[1]) return n and n > 0",
                "local n = redis.call('LLEN', KEYS[1]) return n and n + 1 or 0",
                "return redis.call('LLEN', KEYS[1]) or 0",
                "local v = redis.call('GET', KEYS[1]) return v and 1 or 0",
                "return redis.call('EXISTS', KEYS[1]) == 1 and 'y' or 'n'",
                "redis.setresp(3) return redis.call('HSETNX', KEYS[1], 'a', 1) == true",
                "return redis.call('SET', KEYS[1], 1, 'NX') == false",
                "if redis.call('GET', KEYS[1]) == false then return 1 end",
                "local v = cjson.decode(ARGV[1]) if v.a == true then return 1 end",
                "local ok = redis.call('GET', KEYS[1]) == ARGV[1] if ok == true then return 1 end",
                "local v = redis.call('GET', KEYS[1]) if not v == false then return 1 end",
                "local v = redis.call('GET', KEYS[1]) if not (v == ARGV[1]) then return 1 end",
                "local n = redis.call('ZCOUNT', KEYS[1], 0, 1) return n == false and 0 or n",
                "local t = redis.call('SET', KEYS[1], 1) if t == false then return 1 end",
                "local v = redis.call('LRANGE', KEYS[1], 0, 0)[1] if v == nil or v == false then return 1 end",
                "local o if ARGV[1] == 'x' then o = 1 else o = 2 end return {o, 2}",
                "local o if ARGV[1] == 'x' then o = 1 end return {2, o}",
                "local o if ARGV[1] == 'x' then o = 1 end if not o then return {0} end return {o, 2}",
                "local t = {} for i = 1, #ARGV do t[ARGV[i]] = 1 end return {tonumber(t.a), 2}",
                "local o, p if ARGV[1] == 'x' then o, p = 1, 2 end return {o, p}",
                "local o if ARGV[1] == 'x' then o = 1 end return {o or false, 2}",
                "local u = redis.call('HGETALL', KEYS[1]) u.name = 'x' return u.name",
                "local u = redis.call('HGETALL', KEYS[1]) local t = {} for i = 1, #u, 2 do t[u[i]] = u[i + 1] end return t.name",
                "local u = redis.call('HGETALL', KEYS[1]) for i = 1, #u, 2 do u[u[i]] = u[i + 1] end return u.name",
                "local u = redis.call('HGETALL', KEYS[1]) u[ARGV[1]] = 1 return u.name",
                "local t = {redis.call('HGETALL', KEYS[1])} t[1].name = 'x' return t[1].name",
                "for i = 0, #KEYS do if KEYS[i] then redis.call('DEL', KEYS[i]) end end",
                "local r = redis.pcall('LRANGE', KEYS[1], 0, 1) if r.err then return {} end return r",
                "local u = cjson.decode(redis.call('GET', KEYS[1]) or '{}') return u.name",
                "for i = 0, #KEYS - 1 do redis.call('DEL', KEYS[i + 1]) end",
                "for i = 0, #KEYS do if i > 0 then redis.call('DEL', KEYS[i]) end end",
                "for i = 0, 9 do redis.call('RPUSH', KEYS[1], i) end",
                "for i = #KEYS, 1, -1 do redis.call('DEL', KEYS[i]) end",
                "for i = 1, ARGV[1] do redis.call('INCR', KEYS[1]) end",
                "local ok, v = pcall(redis.call, 'GET', KEYS[1]) if ok then return v end",
                "local v, _ = redis.call('GET', KEYS[1]) return v",
                "local v, n = redis.call('GET', KEYS[1]) n = 1 return n",
                "redis.log(redis.LOG_WARNING, 'x', 'y')",
                "redis.log(unpack(ARGV))",
                "return redis.error_reply('ERR text')",
                "local n = string.format('%x', math.random(1000000)) redis.call('SET', KEYS[1], n)",
                "local jitter = math.random(10) redis.call('SET', KEYS[1], ARGV[1], 'EX', 60 + jitter)",
                "local t = redis.sha1hex(ARGV[1] .. math.random()) redis.call('SET', KEYS[1], t)",
                "local t = redis.sha1hex(ARGV[1]) redis.call('SET', KEYS[1], t)",
                "local token = ARGV[1] redis.call('SET', KEYS[1], token)"
            })
    void correctScriptsAreLeftAlone(String script) {
        assertThat(Checked.codes(script, CLUSTER)).isEmpty();
    }

    @Test
    void keysWeighDifferentlyInDifferentDeployments() {
        String script = "return redis.call('GET', 'counter')";

        assertThat(Checked.findings(script, Settings.DEFAULT)).allMatch(f -> f.severity() == Severity.NOTE);
        assertThat(Checked.findings(script, CLUSTER)).allMatch(f -> f.severity() == Severity.ERROR);
        assertThat(Checked.codes("return redis.call('GET', KEYS[1] .. ':a')", Settings.DEFAULT))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '"',
            value = {
                "ALIBABA @ true @ local k = KEYS[1] return redis.call('GET', k)",
                "ALIBABA @ true @ for i = 1, #KEYS do redis.call('DEL', KEYS[i]) end",
                "ALIBABA @ false @ return redis.call('GET', KEYS[1])",
                "DRAGONFLY @ true @ return redis.call('GET', KEYS[1] .. ':a')",
                "DRAGONFLY @ false @ local k = KEYS[1] return redis.call('GET', k)",
                "KVROCKS @ true @ return redis.call('GET', 'a')"
            })
    void hostedServersWantMore(Profile profile, boolean found, String script) {
        assertThat(Checked.codes(script, with(profile, false)).contains("PG314"))
                .isEqualTo(found);
    }

    @Test
    void strictReportsWhatCannotBeProved() {
        String key = "local k = redis.call('GET', KEYS[1]) if k then return redis.call('GET', k) end";
        String value = "redis.call('SET', KEYS[2], redis.call('GET', KEYS[1]))";

        assertThat(Checked.codes(key, CLUSTER)).isEmpty();
        assertThat(Checked.codes(key, with(Profile.CLUSTER, true))).containsExactly("PG312");
        assertThat(Checked.codes(value, CLUSTER)).isEmpty();
        assertThat(Checked.codes(value, with(Profile.CLUSTER, true))).containsExactly("PG510");
    }

    @Test
    void aSeedIsGuessedAsWell() {
        String token = "redis.call('HSET', KEYS[1], 'token', math.random(1000000))";

        assertThat(Checked.findings(token, CLUSTER).get(0).message()).contains("start of a server");
        assertThat(Checked.findings("math.randomseed(redis.call('TIME')[1]) " + token, CLUSTER)
                        .get(0)
                        .message())
                .contains("for the same seed");
    }

    @Test
    void targetsDifferInTheirSandboxes() {
        assertThat(Checked.codes("return os.clock()", Settings.DEFAULT)).contains("PG607");
        assertThat(Checked.codes("return os.clock()", on(Target.REDIS_7_4))).containsExactly("PG701");
        assertThat(Checked.codes("print('x')", on(Target.REDIS_6_2))).isEmpty();
        assertThat(Checked.codes("return server.call('GET', KEYS[1])", on(Target.VALKEY_8_0)))
                .isEmpty();
        assertThat(Checked.codes("#!lua\nreturn 1", on(Target.REDIS_6_2))).containsExactly("PG802");
        assertThat(Checked.codes("redis.call('BLPOP', KEYS[1], 0)", on(Target.REDIS_7_2)))
                .containsExactly("PG803");
    }

    @Test
    void whatALibraryLacksThatIsNotThereIsReportedOnce() {
        assertThat(Checked.codes("local now = os.time() return now", Settings.DEFAULT))
                .containsExactly("PG607");
        assertThat(Checked.codes("local now = os.time() return now", on(Target.REDIS_7_4)))
                .containsExactly("PG607");
    }

    private static Settings on(Target target) {
        return new Settings(target, Profile.STANDALONE, false, -1);
    }

    @Test
    void theUnitOfAnArgumentIsThatOfItsCommand() {
        assertThat(TimeUses.of(Checked.facts("redis.call('SET', KEYS[1], 1, 'PX', ARGV[1])")))
                .extracting(TimeUse::unit)
                .containsExactly(ChronoUnit.MILLIS);
        assertThat(TimeUses.of(Checked.facts("redis.call('PEXPIRE', KEYS[1], tonumber(ARGV[1]) * 1000)")))
                .extracting(TimeUse::unit)
                .containsExactly(ChronoUnit.SECONDS);
        assertThat(TimeUses.of(Checked.facts("redis.call('EXPIRE', KEYS[1], math.ceil(ARGV[1] / 1000))")))
                .extracting(TimeUse::unit)
                .containsExactly(ChronoUnit.MILLIS);
        assertThat(TimeUses.of(Checked.facts("redis.call('EXPIREAT', KEYS[1], redis.call('TIME')[1] + ARGV[1])")))
                .extracting(TimeUse::absolute)
                .containsExactly(false);
        assertThat(TimeUses.of(Checked.facts("redis.call('EXPIREAT', KEYS[1], ARGV[1])")))
                .extracting(TimeUse::absolute)
                .containsExactly(true);
    }

    @Test
    void aScriptIsProvedToWriteNothing() {
        assertThat(WriteProof.of(Checked.facts("return redis.call('GET', KEYS[1])"))
                        .isReadOnly())
                .isTrue();
        assertThat(WriteProof.of(Checked.facts("return redis.call('PFCOUNT', KEYS[1])"))
                        .isReadOnly())
                .isFalse();
        assertThat(WriteProof.of(Checked.facts("return redis.call(ARGV[1], KEYS[1])"))
                        .isReadOnly())
                .isFalse();
        assertThat(WriteProof.of(Checked.facts("return redis.call('JSON.GET', KEYS[1])"))
                        .isReadOnly())
                .isFalse();
    }
}
