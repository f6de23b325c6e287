package dev.perigee.lua.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perigee.lua.facts.ArrayUse;
import dev.perigee.lua.facts.CommandUse;
import dev.perigee.lua.facts.IndexUse;
import dev.perigee.lua.facts.ScriptFacts;
import dev.perigee.lua.syntax.LuaParser;
import dev.perigee.lua.syntax.ParseResult;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptAnalysisTest {

    private static ScriptFacts analyse(String script) {
        ParseResult result = LuaParser.parse(script);
        assertThat(result.errors()).isEmpty();
        return ScriptAnalysis.analyse(result.chunk());
    }

    private static List<Double> indexes(ArrayUse use) {
        return use.constantIndexes().stream().map(IndexUse::index).toList();
    }

    private static List<String> commands(String script) {
        return analyse(script).commands().stream().map(CommandUse::name).toList();
    }

    @Test
    void constantIndexesAreFoundWithTheSpanOfTheWholeExpression() {
        String script = "local a = KEYS[1] return redis.call('GET', KEYS [ 3 ], ARGV[2])";
        ScriptFacts facts = analyse(script);

        assertThat(indexes(facts.keys())).containsExactly(1.0, 3.0);
        assertThat(facts.keys().dynamic()).isFalse();
        assertThat(facts.keys().highestPosition()).isEqualTo(3);
        var span = facts.keys().constantIndexes().get(1).span();
        assertThat(script.substring(span.start(), span.end())).isEqualTo("KEYS [ 3 ]");
        assertThat(indexes(facts.argv())).containsExactly(2.0);
    }

    @Test
    void aScriptThatNamesNeitherArrayMentionsNeither() {
        ScriptFacts facts = analyse("return 1");

        assertThat(facts.keys()).isEqualTo(new ArrayUse(false, List.of(), false));
        assertThat(facts.argv()).isEqualTo(new ArrayUse(false, List.of(), false));
        assertThat(facts.commandsComplete()).isTrue();
    }

    @Test
    void indexesThatNoElementHasAreReportedAsTheyAre() {
        ScriptFacts facts = analyse("return {KEYS[0], KEYS[1.5], KEYS[-1], KEYS['1'], KEYS.a, KEYS[-(2)]}");

        assertThat(indexes(facts.keys())).containsExactly(0.0, 1.5, -1.0, Double.NaN, Double.NaN, -2.0);
        assertThat(facts.keys().constantIndexes()).noneMatch(IndexUse::isPosition);
        assertThat(facts.keys().highestPosition()).isZero();
        assertThat(facts.keys().dynamic()).isFalse();
    }

    @Test
    void anIndexThatIsNoPositionHasNone() {
        IndexUse use = analyse("return KEYS[1.5]").keys().constantIndexes().get(0);

        assertThatThrownBy(use::position)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("1.5");
        assertThat(analyse("return KEYS[0x10]").keys().constantIndexes().get(0).position())
                .isEqualTo(16);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return KEYS[i]",
                "return KEYS[KEYS[1]]",
                "return #KEYS",
                "return unpack(KEYS)",
                "local a = 1, KEYS",
                "return KEYS",
                "return {KEYS}",
                "return {[KEYS] = 1}",
                "for _, key in ipairs(KEYS) do end",
                "for i = 1, #KEYS do end",
                "KEYS[1] = 'x'",
                "KEYS.n = 1",
                "KEYS = {}",
                "function KEYS() end",
                "a, KEYS[2] = 1, 2",
                "KEYS:f()",
                "f(KEYS)",
                "f{KEYS}",
                "_G.KEYS = 1"
            })
    void anyOtherUseIsDynamic(String script) {
        ArrayUse keys = analyse(script).keys();

        assertThat(keys.dynamic()).isTrue();
        assertThat(keys.mentioned()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return _G[ARGV[1]]",
                "for k in pairs(_G) do end",
                "setmetatable(_G, {})",
                "return _G._G",
                "_G[x] = 1",
                "loadstring('return KEYS[1]')()",
                "local l = load",
                "return _G.loadstring",
                "return getfenv(1)",
                "setfenv(1, {})",
                "return (loadstring)",
                "debug.getinfo(1)",
                "_G = 1"
            })
    void whatCanReachAnyGlobalMakesAllUnknown(String script) {
        ScriptFacts facts = analyse(script);

        assertThat(facts.keys().dynamic()).isTrue();
        assertThat(facts.argv().dynamic()).isTrue();
        assertThat(facts.commandsComplete()).isFalse();
    }

    @Test
    void aFieldOfTheGlobalTableThatIsNoneOfTheArraysIsHarmless() {
        ScriptFacts facts = analyse("_G.x = _G.tostring(1)");

        assertThat(facts.keys().dynamic() || facts.argv().dynamic()).isFalse();
        assertThat(facts.commandsComplete()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "local KEYS = {} return #KEYS, KEYS[i]",
                "local function f(KEYS) return #KEYS end",
                "for KEYS in x do f(KEYS) end",
                "for KEYS = 1, 2 do f(KEYS) end",
                "local function KEYS() return KEYS end",
                "repeat local KEYS = {} until #KEYS",
                "function f:g(KEYS) return KEYS end",
                "local KEYS KEYS = 1 KEYS[2] = 3",
                "local a, KEYS = 1 return function() return KEYS end"
            })
    void aLocalOfTheSameNameIsAnotherVariable(String script) {
        assertThat(analyse(script).keys()).isEqualTo(new ArrayUse(false, List.of(), false));
    }

    @Test
    void theScopeOfAShadowEnds() {
        assertThat(analyse("do local KEYS end return #KEYS").keys().dynamic()).isTrue();
        assertThat(analyse("local function f(KEYS) end return KEYS[1]").keys().highestPosition())
                .isEqualTo(1);
        assertThat(analyse("repeat local KEYS until KEYS return KEYS[2]").keys().highestPosition())
                .isEqualTo(2);
        assertThat(analyse("local KEYS = KEYS[4] return KEYS").keys())
                .isEqualTo(new ArrayUse(
                        true, analyse("local KEYS = KEYS[4]").keys().constantIndexes(), false));
    }

    @Test
    void writingAnElementIsNoRead() {
        ScriptFacts facts = analyse("KEYS[3] = ARGV[1]");

        assertThat(facts.keys().constantIndexes()).isEmpty();
        assertThat(indexes(facts.argv())).containsExactly(1.0);
    }

    @Test
    void anElementThatIsIndexedFurtherIsRead() {
        assertThat(indexes(analyse("KEYS[1].x = 1 return (KEYS)[2], KEYS[3]:sub(1, 2)")
                        .keys()))
                .containsExactly(1.0, 2.0, 3.0);
    }

    @Test
    void commandsAreFoundInUpperCaseWithTheSpanOfTheLiteral() {
        String script = "redis.call('get', KEYS[1]) return redis.pcall(\"HSet\", ARGV[1])";
        ScriptFacts facts = analyse(script);

        assertThat(facts.commandsComplete()).isTrue();
        assertThat(facts.commands()).extracting(CommandUse::name).containsExactly("GET", "HSET");
        var span = facts.commands().get(1).nameSpan();
        assertThat(script.substring(span.start(), span.end())).isEqualTo("\"HSet\"");
    }

    @Test
    void allWaysToWriteACallAreFound() {
        assertThat(commands(
                        "redis['call']('A') redis.call 'B' server.call('C');(redis).pcall(('D'));(redis.call)('E')"))
                .containsExactly("A", "B", "C", "D", "E");
        assertThat(commands("_G.redis.call('F')")).containsExactly("F");
    }

    @Test
    void aliasesThatAreNeverAssignedAreFollowed() {
        String script = "local call, r = redis.call, redis local p = r.pcall "
                + "local function f() return call('A') end r.call('B') p('C') return f";

        assertThat(commands(script)).containsExactly("A", "B", "C");
        assertThat(analyse(script).commandsComplete()).isTrue();
    }

    @Test
    void anAliasThatIsAssignedIsFollowedToWhereItIs() {
        assertThat(commands("local call = redis.call call('A') call = print call('B')"))
                .containsExactly("A");
        assertThat(commands("local call = print if ARGV[1] then call = redis.call end call('A')"))
                .containsExactly("A");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "local call = print local function f() call = redis.call end f() call('A')",
                "local t = {} t.call = redis.call t.call('A')"
            })
    void anAliasThatMayChangeAnywhereLeavesCommandsUnknown(String script) {
        assertThat(analyse(script).commandsComplete()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return KEYS[1 + 1]",
                "local k = KEYS return k[2]",
                "local KEYS = KEYS return KEYS[2]",
                "local a, b = 1, KEYS return b[2]",
                "return _G.KEYS[2]",
                "return _G['KEYS'][2]",
                "local i = 2 return KEYS[i]",
                "local function second(keys) return keys[2] end return second(KEYS)",
                "local g = _G return g.KEYS[2]"
            })
    void anElementIsFoundWhateverTheWay(String script) {
        ArrayUse keys = analyse(script).keys();

        assertThat(indexes(keys)).containsExactly(2.0);
        assertThat(keys.dynamic()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "redis.call(ARGV[1])",
                "redis.call()",
                "redis.call(unpack(x))",
                "redis:call('GET')",
                "local t = {redis.call}",
                "local t = {c = redis}",
                "f(redis)",
                "redis[x]('GET')",
                "redis.call = f",
                "redis = f",
                "return redis.call",
                "x = redis.call",
                "_G.redis = 1",
                "server = 1"
            })
    void otherUsesOfTheCallsLeaveCommandsUnknown(String script) {
        assertThat(analyse(script).commandsComplete()).isFalse();
    }

    @Test
    void otherFunctionsOfTheLibraryAreHarmless() {
        assertThat(analyse("redis.log(redis.LOG_NOTICE, redis.sha1hex('')) return redis.status_reply('OK')")
                        .commandsComplete())
                .isTrue();
        assertThat(analyse("local redis = {} redis.call(x)").commandsComplete()).isTrue();
    }

    @Test
    void longChainsAreAnalysed() {
        String script = "return KEYS[1]" + "..ARGV[1]".repeat(190) + " == a" + ".b".repeat(200_000) + " == a"
                + "+KEYS[2]".repeat(200_000);

        assertThat(analyse(script).keys().constantIndexes()).hasSize(200_001);
    }

    @Test
    void aLoopWhoseHeadCouldNotBeReadIsGoneThrough() {
        ParseResult result = LuaParser.parse("for i = 1 do redis.call('GET', KEYS[1]) end");
        assertThat(result.isValid()).isFalse();
        assertThat(ScriptAnalysis.analyse(result.chunk()).commands()).hasSize(1);
    }
}
