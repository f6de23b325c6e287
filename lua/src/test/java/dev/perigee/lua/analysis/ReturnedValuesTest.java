package dev.perigee.lua.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.lua.facts.CommandUse;
import dev.perigee.lua.facts.RaisedError;
import dev.perigee.lua.facts.ScriptFacts;
import dev.perigee.lua.syntax.LuaParser;
import dev.perigee.lua.syntax.ParseResult;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the evaluation knows at a script's returns. */
class ReturnedValuesTest {

    private static ScriptFacts analyse(String script) {
        ParseResult result = LuaParser.parse(script);
        assertThat(result.errors()).isEmpty();
        return ScriptAnalysis.analyse(result.chunk());
    }

    /** The values of all returns, in order. */
    private static String returned(String script) {
        return analyse(script).returns().stream()
                .map(result -> result.isImplicit()
                        ? "end"
                        : result.values().stream()
                                .map(value -> Notation.of(value.value()))
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '"',
            value = {
                "return 1 + 2 * 3 @ 7",
                "return 10 / 4 @ 2.5",
                "return KEYS[1] .. ':' .. ARGV[2] @ KEYS1+':'+ARGV2",
                "return 'a' .. 1 .. 'b' @ 'a1b'",
                "return string.format('user:%s:%d', ARGV[1], 5) @ 'user:'+ARGV1+':5'",
                "return ('user:%s'):format(ARGV[1]) @ 'user:'+ARGV1",
                "return tonumber(ARGV[1]) * 1000 @ number(ARGV1*1000.0)",
                "return ARGV[1] / 1000 @ fraction(ARGV1*0.001)",
                "local n = ARGV[1] / 1000 return n - n % 1 @ whole(ARGV1*0.001)",
                "local n = ARGV[1] / 1000 return n - n % 2 @ fraction(ARGV1*0.001+)",
                "return #KEYS / 2 @ quotient(*0.5)",
                "return ARGV[1] + #KEYS / 2 @ quotient(ARGV1+)",
                "return #KEYS / ARGV[1] @ fraction(part of ARGV1)",
                "return tonumber(ARGV[1]) % 16 @ number(part of ARGV1)",
                "return table.concat({'a', ARGV[1], 2}, ':') @ 'a:'+ARGV1+':2'",
                "return table.concat({'a', 'b'}) @ 'ab'",
                "return table.concat({'a', unpack(ARGV)}, ':') @ 'a'+text",
                "return table.concat({'a', 'b'}, ':', 2) @ text",
                "return table.concat(KEYS, ':') @ text",
                "return redis.call('XADD', KEYS[1], '*', 'f', ARGV[1]) @ XADD",
                "return redis.call('XADD', KEYS[1], 'NOMKSTREAM', '*', 'f', ARGV[1]) @ XADD | false(XADD)",
                "return math.floor(ARGV[1] / 1000) @ whole(ARGV1*0.001)",
                "local n = tonumber(ARGV[1]) return (n - n % 60) / 60 @ whole(ARGV1*0.016666666666666666+)",
                "return redis.call('GET', KEYS[1]) @ GET | false(GET)",
                "return redis.call('EXISTS', KEYS[1]) @ whole(EXISTS)",
                "return redis.call('SET', KEYS[1], 1) @ +OK",
                "return redis.pcall('INCR', KEYS[1]) @ -text | whole(INCR)",
                "return redis.call('TIME')[1] @ TIME.1",
                "return redis.call('HMGET', KEYS[1], 'a', 'b')[2] @ HMGET | false(HMGET)",
                "return redis.call('LRANGE', KEYS[1], 0, 0)[1] @ LRANGE | nil?",
                "return tonumber(redis.call('INCRBYFLOAT', KEYS[1], 1)) @ fraction(INCRBYFLOAT)",
                "return tonumber(redis.call('GET', KEYS[1])) or 0 @ 0 | number(GET)",
                "return {1, 'a', {KEYS[1]}} @ {1=1, 2='a', 3={1=KEYS1}}",
                "return {ok = 'FINE'} @ +FINE",
                "return redis.error_reply('CODE text') @ -'CODE text'",
                "return ARGV[1] and 1 or 2 @ 1",
                "return ARGV[1] == '1' and 1 or 2 @ 1 | 2",
                "return cjson.decode(ARGV[1]).name @ any(part of ARGV1)",
                "return #KEYS @ whole",
                "return type(ARGV[1]) @ 'string'",
                "return tostring(5) @ '5'",
                "return math.random() @ fraction(random)",
                "return undefined @ any"
            })
    void expressionsAreEvaluated(String script, String expected) {
        assertThat(returned(script)).isEqualTo(expected);
    }

    @Test
    void aTextThatGetsLongIsKnownByItsBeginningAlone() {
        String grown = "local s = 'CODE text' s = s .. ' more' ";
        String doubled = "s = s .. s ".repeat(60);

        assertThat(analyse(grown + doubled + "return redis.error_reply(s)").errors())
                .extracting(RaisedError::code)
                .containsExactly("CODE");
        assertThat(returned("return 'a' .. '" + "b".repeat(2_000) + "'")).isEqualTo("'a'+text");
        assertThat(returned("return '" + "b".repeat(2_000) + "'")).isEqualTo("'" + "b".repeat(2_000) + "'");
    }

    @Test
    void ofAnArrayThatIsRewrittenManyElementsNothingIsKept() {
        StringBuilder script = new StringBuilder();
        for (int i = 1; i <= 100; i++) {
            script.append("KEYS[").append(i).append("] = ARGV[1] ");
        }

        assertThat(returned("KEYS[1] = ARGV[2] return KEYS[1]")).isEqualTo("ARGV2");
        assertThat(returned(script + "return KEYS[1]")).isEqualTo("any");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '"',
            value = {
                "local v = redis.call('GET', KEYS[1]) if not v then return 0 end return v @ 0; GET",
                "local v = redis.call('GET', KEYS[1]) if v then return v end return 1 @ GET; 1",
                "local v = redis.call('GET', KEYS[1]) if v == false then v = 'x' end return v @ 'x' | GET",
                "local v = redis.call('GET', KEYS[1]) if v ~= false and ARGV[1] then return v end @ GET; end",
                "local v = redis.call('GET', KEYS[1]) or redis.call('GET', KEYS[2]) or 'none' return v @ 'none' | GET | GET",
                "local v if ARGV[1] == 'a' then v = 1 else v = 2 end return v @ 1 | 2",
                "local v = 1 if ARGV[1] == 'a' then return 5 elseif ARGV[2] == 'b' then v = 2 end return v @ 5; 1 | 2",
                "local v = redis.call('GET', KEYS[1]) if type(v) == 'string' then return v end return 0 @ GET; 0",
                "local v = assert(redis.call('GET', KEYS[1])) return v @ GET",
                "local v = redis.call('GET', KEYS[1]) or error('none') return v @ GET",
                "error('x') return 1 @ \"\"",
                "while true do if redis.call('LPOP', KEYS[1]) then return 1 end end @ 1",
                "repeat local v = redis.call('LPOP', KEYS[1]) until not v @ end"
            })
    void pathsAreKeptApart(String script, String expected) {
        assertThat(returned(script)).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '"',
            value = {
                "local n = 0 for i = 1, #KEYS do n = n + 1 end return n @ whole | whole(+)",
                "local s = '' for i = 1, 3 do s = s .. 'x' end return s @ '' | 'x' | 'xx' | 'xxx'",
                "local t = {} for i, k in ipairs(KEYS) do t[i] = redis.call('GET', k) end return t @ {rest=GET | false(GET)}",
                "local t = {} t[1] = 1 t[#t + 1] = 2 table.insert(t, 3) return t @ {1=1, 2=2, 3=3}",
                "local t = {} for _, k in ipairs(KEYS) do table.insert(t, k) end return t @ {rest=KEYS0}",
                "local found = false for i = 1, 3 do found = true break end return found @ false | true",
                "local r = {} for i = 1, #ARGV do r[#r + 1] = ARGV[i] r[#r + 1] = KEYS[1] end return r @ {rest=ARGV0 | KEYS1}",
                "local r = {'OK'} for i = 1, #KEYS do r[#r + 1] = KEYS[i] end return r @ {1='OK', rest=KEYS0}",
                "local r = {} for i = 1, 2 do r[i] = KEYS[i] end return r @ {rest=KEYS0}",
                "local r = {0, 0} for i = 1, 2 do r[i] = KEYS[i] end return r @ {1=any, 2=any, rest=KEYS0}",
                "local r = {} while #r < 2 do table.insert(r, KEYS[1]) end return r @ {rest=KEYS1}",
                "local r = {} repeat r = {1, 2} until ARGV[1] return r @ {rest=1 | 2}",
                "local r = {} for i = 1, 2 do r = {1, 2} if ARGV[i] then break end r = {3} end return r @ {rest=1 | 2 | 3}",
                "local v = 'a' for i = 1, 3 do v = 'b' v = 5 end return v @ 'a' | 5"
            })
    void loopsSettle(String script, String expected) {
        assertThat(returned(script)).isEqualTo(expected);
    }

    /** Which of some tables it is may decide whether the change is reached. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '"',
            value = {
                "r[2] = 'x' @ {1='BAD', 2=any} | {1='OK', 2=any}",
                "r[3] = 'x' @ {1='BAD', 2=2, rest='x'} | {1='OK', 2=1, rest='x'}",
                "r[#r + 1] = 'x' @ {1='BAD', 2=2, rest='x'} | {1='OK', 2=1, rest='x'}",
                "table.insert(r, 'x') @ {1='BAD', 2=2, rest='x'} | {1='OK', 2=1, rest='x'}",
                "r[2] = nil @ {1='BAD', rest=any} | {1='OK', rest=any}",
                "r.n = 1 @ {1='BAD', 2=2, n=any, rest=any} | {1='OK', 2=1, n=any, rest=any}",
                "r[#r] = nil @ {rest=any}",
                "if r[1] == 'OK' then r[3] = 'x' end @ {1='BAD' | 'OK', 2=1 | 2, rest='x'}",
                "if r[1] == 'OK' then r[2] = 'x' return r end @ {1='BAD', 2=any} | {1='OK', 2=any}; {1='BAD' | 'OK', 2=1 | 2}",
                "table.insert(r, 1, 'x') @ {1=any, 2=any, rest='x'}"
            })
    void aChangeOfOneOfSeveralTablesIsOneOfAnyOfThem(String change, String expected) {
        assertThat(returned(
                        "local r if ARGV[1] == '' then r = {'OK', 1} else r = {'BAD', 2} end " + change + " return r"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '"',
            value = {
                "local function key(name) return KEYS[1] .. ':' .. name end return key('a') @ KEYS1+':a'",
                "local function f(...) return ... end return f(1, 2) @ 1, 2",
                "local function f(a) if a then return 1 end end return f(ARGV[1]) @ 1 | nil?",
                "local function f(n) if n == 0 then return 0 end return f(n - 1) end return f(5) @ any",
                "local function make(n) return function() return n end end return make(1)() @ any",
                "local api = {} function api.one() return 1 end return api.one() @ 1",
                "local ok, v = pcall(redis.call, 'GET', KEYS[1]) return v @ GET | any | false(GET)"
            })
    void functionsAreEvaluatedWhereTheyAreCalled(String script, String expected) {
        assertThat(returned(script)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '"',
            value = {
                "local t = {1} local u = t u[1] = 'x' return t @ {rest=any}",
                "local t = {1} local u = t t[1] = 'x' return u @ {rest=any}",
                "local n = 1 local function f() n = 'x' end f() return n @ any",
                "local t = {1} local function f() t[1] = 'x' end f() return t @ {rest=any}",
                "ARGV[1] = 5 return ARGV[1] @ 5",
                "table.remove(ARGV, 1) return ARGV[1] @ any",
                "redis.setresp(3) return redis.call('GET', KEYS[1]) @ any"
            })
    void whatMayHaveChangedIsForgotten(String script, String expected) {
        assertThat(returned(script)).isEqualTo(expected);
    }

    @Test
    void aFunctionThatIsNeverCalledIsEvaluatedForAnyArguments() {
        ScriptFacts facts = analyse("local function f(k) return redis.call('DEL', k) end return 1");

        assertThat(facts.commands()).extracting(CommandUse::name).containsExactly("DEL");
        assertThat(Notation.of(facts.commands().get(0).arguments().get(1).value()))
                .isEqualTo("any");
    }

    @Test
    void errorCodesAreCollected() {
        ScriptFacts facts = analyse("if ARGV[1] == '1' then return redis.error_reply('OUT_OF_STOCK nothing left') end "
                + "if ARGV[1] == '2' then error({err = 'CLOSED by ' .. ARGV[2]}) end error('no')");

        assertThat(facts.errors().stream().map(RaisedError::code).distinct())
                .containsExactlyInAnyOrder("OUT_OF_STOCK", "CLOSED", "ERR");
        assertThat(facts.errorsComplete()).isTrue();
        assertThat(analyse("return redis.error_reply(ARGV[1])").errorsComplete())
                .isFalse();
    }
}
