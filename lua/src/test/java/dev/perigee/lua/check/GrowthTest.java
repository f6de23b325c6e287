package dev.perigee.lua.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.perigee.lua.analysis.ScriptAnalysis;
import dev.perigee.lua.commands.Target;
import dev.perigee.lua.syntax.LuaParser;
import dev.perigee.lua.syntax.ParseResult;
import java.lang.management.ManagementFactory;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The work of parser, analysis and checks grows with a script's length and no faster, whatever it is long of. What is allocated
 * stands for that, which hardly depends on the machine or on what else that does.
 */
class GrowthTest {

    private static final Settings STRICT = new Settings(Target.REDIS_7_0, Profile.CLUSTER, true, -1);

    private static final int SHORT = 20_000;

    /** How many times as long the other script is. */
    private static final int LONGER = 5;

    /**
     * A script that is long of one thing.
     *
     * @param before how it begins
     * @param piece what it has as often as its length takes, with @ for a number
     * @param after how it ends
     */
    private record Shape(String before, String piece, String after) {

        String script(int length) {
            StringBuilder script = new StringBuilder(before);
            for (int i = 1; script.length() < length; i++) {
                script.append(piece.replace("@", Integer.toString(i))).append('\n');
            }
            return script.append(after).toString();
        }

        @Override
        public String toString() {
            return (before + " … " + piece + " … " + after).replace("\n", " ");
        }
    }

    private static Stream<Shape> shapes() {
        return Stream.of(
                        calls(),
                        functions(),
                        branchesAndLoops(),
                        texts(),
                        tables(),
                        tablesThatGrowInOtherWays(),
                        numbersAndChains(),
                        findings())
                .flatMap(shapes -> shapes);
    }

    private static Shape of(String piece) {
        return new Shape("", piece, "");
    }

    private static Shape of(String before, String piece) {
        return new Shape(before + "\n", piece, "");
    }

    private static Shape of(String before, String piece, String after) {
        return new Shape(before + "\n", piece, after);
    }

    private static Stream<Shape> calls() {
        return Stream.of(
                of("redis.call('SET', KEYS[1], 'v@')"),
                of("redis.call('SET', KEYS[1], ARGV[2], 'EX', ARGV[@])"),
                of("redis.call('DEL', KEYS[@])"),
                of("redis.call('DEL', unpack(KEYS, 1, @))"),
                of("redis.call('SET', KEYS[1] .. ':@', string.format('%s:@', ARGV[1]))"),
                of("local k = redis.call('GET', KEYS[1])", "redis.call('SET', k, @)"),
                of("redis.setresp(3) redis.call('HGETALL', KEYS[1])"),
                of("redis.call('SET', KEYS[1], cmsgpack.pack({a = @}))"));
    }

    private static Stream<Shape> functions() {
        return Stream.of(
                of("local function g(a, b) redis.call('SET', a, b) return b end", "g(KEYS[1], '@')"),
                of("local function g(k)", "redis.call('GET', k)", "end g(KEYS[1]) g(KEYS[2])"),
                of(
                        "local function g(a) if a > 0 then return g(a - 1) end return redis.call('GET', KEYS[1]) end",
                        "g(@)"),
                of("local f, g\nf = function(a) return g(a) end\ng = function(a) return f(a) end", "f(@)"),
                of("local function g(...) return 1, ... end", "g(g(g(1)))"),
                of("local function g(...) local t = {...} return unpack(t) end", "g(g(g(1)))"),
                of("local n = 0 local function inc() n = n + 1 return n end", "inc()"),
                of("local t = {} local function add(x) t[#t + 1] = x end", "add('x@')", "return t"),
                of("do local function g(a) return redis.call('GET', a) end g(KEYS[1]) end"),
                of("pcall(function() return redis.call('GET', KEYS[1]) end)"),
                of("local t = {}", "function t.f@(a) return redis.call('GET', a) end", "return t.f1(KEYS[1])"),
                of("local f = function() end", "do local u = f f = function() return u() end end", "return f()"),
                of("local f = function() end", "if ARGV[1] == '@' then f = function() return @ end end f()"));
    }

    private static Stream<Shape> branchesAndLoops() {
        return Stream.of(
                of("do local a = redis.call('GET', KEYS[1]) if a then return a end end"),
                of("local x = 0", "if ARGV[1] == 'a@' then x = @ end", "return x"),
                of(
                        "if ARGV[1] == 'a' then return 1",
                        "elseif ARGV[1] == 'a@' then return redis.call('GET', KEYS[1])",
                        "end"),
                of("local k = KEYS[1]", "if ARGV[1] == '@' then k = KEYS[@] end redis.call('GET', k)"),
                of("local x = 0", "for i = 1, #KEYS do x = x + @ redis.call('GET', KEYS[i]) end", "return x"),
                of("local x = 0 for i = 1, 10 do", "x = redis.call('GET', KEYS[@]) or x", "end return x"),
                of("local x = 0 while x < 10 do", "if x == @ then x = x + redis.call('INCR', KEYS[1]) end", "end"),
                of("repeat local x = redis.call('LPOP', KEYS[1]) until not x"),
                of("for i = 1, 10 do if redis.call('GET', KEYS[1]) then break end end"));
    }

    private static Stream<Shape> texts() {
        return Stream.of(
                of("local s = 'a'", "s = s .. 'x@'", "return s"),
                of("local s = ARGV[1]", "s = s .. '@'", "return s"),
                of("local s = 'a'", "s = s .. s", "return s"),
                of("local s = 'a' local function g(x) return x .. 'y' end", "s = g(s)", "return s"),
                of("local s = 'a'", "s = string.format('%sx', s)", "return s"),
                of("local s = 'a'", "s = (s .. 'x'):upper()", "return s"),
                of("local s = 'a'", "s = s .. ARGV[@] .. ':' redis.call('GET', s)"),
                of("local s = KEYS[1] if ARGV[1] then s = KEYS[2] end", "s = s .. s", "return redis.call('GET', s)"),
                of("local s = tonumber(ARGV[1])", "s = tonumber(s .. '1')", "return s"));
    }

    private static Stream<Shape> tables() {
        return Stream.of(
                of("local t = {", "a@ = '@',", "} return t.a1"),
                of("local t = {}", "t.a@ = '@'", "return t.a1"),
                of("local t = {}", "t[@] = '@'", "return t"),
                of("local t = {}", "table.insert(t, '@')", "return t"),
                of("local t = {}", "if ARGV[1] == '@' then t.a@ = '@' end", "return t.a1"),
                of("local t = {}", "if ARGV[1] == '@' then t = {a = '@'} end", "return t.a"),
                of("local t = {'DEL'}", "table.insert(t, KEYS[@]) redis.call(unpack(t))"),
                of("", "KEYS[@] = ARGV[@]", "return redis.call('GET', KEYS[1])"),
                of("", "ARGV[@] = KEYS[@]", "return redis.call('GET', ARGV[1])"));
    }

    private static Stream<Shape> tablesThatGrowInOtherWays() {
        return Stream.of(
                of("local t = {}", "t = {t}", "return t"),
                of("local t = {}", "t = {a = t, b = t}", "return t"),
                of("local t = {}", "t.a = t", "return t"),
                of("local t = {}", "t = {err = t}", "return redis.error_reply(t)"),
                of("local t = {} local function g(x) return {x, x} end", "t = g(t)", "return t"),
                of("local t = {1}", "t = {1, unpack(t)}", "return t"),
                of("local t = {'DEL'}", "t = {'DEL', unpack(t)} redis.call(unpack(t))"),
                of("local t = {}", "do local u = t u.x = '@' t = u end", "return t.x"));
    }

    private static Stream<Shape> numbersAndChains() {
        return Stream.of(
                of("local x = tonumber(ARGV[1])", "x = x * 2", "return redis.call('EXPIRE', KEYS[1], x)"),
                of("local x = 1", "x = ARGV[1] and x or @", "return x"),
                of("local x = 1", "+ ARGV[1]", "return x"),
                of("local x = false", "or ARGV[1] == 'x@'", "return x"),
                of("return redis.call('GET', KEYS[1])", "and redis.call('GET', KEYS[1])"));
    }

    private static Stream<Shape> findings() {
        return Stream.of(
                of("redis.call('GETT', KEYS[1])"),
                of("local function g(k) return redis.call('GETT', k) end", "g(KEYS[1])"),
                of("g@ = x@"),
                of("redis.call('GETT', KEYS[1]) -- perigee: allow PG501 x"),
                of("-- only a comment"));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void growsWithTheLengthAlone(Shape shape) {
        String few = shape.script(SHORT);
        String many = shape.script(SHORT * LONGER);
        assertThat(LuaParser.parse(many).errors()).isEmpty();
        // What is set up once in a JVM counts for neither.
        lint(few);

        assertGrowth(few, many, script -> allocated(() -> LuaParser.parse(script)));
        assertGrowth(few, many, GrowthTest::allocatedByAnalysis);
        assertGrowth(few, many, GrowthTest::allocatedByChecks);
    }

    /** Twice as much for each character leaves room for lists that have just grown, and none for what is quadratic. */
    private static void assertGrowth(String few, String many, ToLongFunction<String> allocated) {
        double bytes = allocated.applyAsLong(few) + 10_000;
        assertThat(allocated.applyAsLong(many) / bytes).isLessThan(2.0 * many.length() / few.length());
    }

    private static long allocatedByAnalysis(String script) {
        ParseResult parsed = LuaParser.parse(script);
        return allocated(() -> ScriptAnalysis.analyse(parsed.chunk()));
    }

    private static long allocatedByChecks(String script) {
        var facts = ScriptAnalysis.analyse(LuaParser.parse(script).chunk());
        return allocated(() -> ScriptChecks.check(facts, STRICT));
    }

    private static void lint(String script) {
        ScriptChecks.check(ScriptAnalysis.analyse(LuaParser.parse(script).chunk()), STRICT);
    }

    private static long allocated(Runnable work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
