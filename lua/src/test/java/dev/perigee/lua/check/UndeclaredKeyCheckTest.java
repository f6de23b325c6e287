package dev.perigee.lua.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.diagnostics.ScriptRule;
import dev.perigee.lua.diagnostics.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UndeclaredKeyCheckTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '"',
            value = {
                "redis.call('GET', 'counter') @ 'counter'",
                "local k = 'count' .. 'er' redis.call('GET', k) @ k",
                "redis.call('GET', 5) @ 5",
                "redis.call('GET', '') @ ''",
                "redis.call('MGET', KEYS[1], 'a', KEYS[2], 'b') @ 'a' | 'b'",
                "redis.call('XREAD', 'COUNT', ARGV[1], 'STREAMS', 's', '0') @ 's'",
                "redis.call('ZUNIONSTORE', KEYS[1], 2, 'a', KEYS[2], 'WEIGHTS', 1, 2) @ 'a'",
                "local k = KEYS[1] if ARGV[1] == '1' then k = 'x' end redis.call('GET', k) @ k",
                "for _, k in ipairs({KEYS[1], 'b'}) do redis.call('DEL', k) end @ k",
                "redis.call('MGET', unpack({'a', 'b'})) @ unpack({'a', 'b'})",
                "redis.call('GEORADIUS', KEYS[1], 1, 2, 3, 'm', 'STORE', 'dest') @ 'dest'",
                "redis.call('PUBLISH', 'news', 'x') @ \"\"",
                "redis.call('JSON.GET', 'a') @ \"\"",
                "redis.call(ARGV[1], 'a') @ \"\"",
                "redis.call('XREAD', 'STREAMS', KEYS[1], '0') @ \"\""
            })
    void literalKeysAreFound(String script, String place) {
        assertThat(CommandChecked.places(ScriptRule.LITERAL_KEY, script, CommandChecked.CLUSTER))
                .isEqualTo(place);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '"',
            value = {
                "redis.call('GET', ARGV[1]) @ ARGV[1]",
                "redis.call('GET', 'user:' .. ARGV[1]) @ 'user:' .. ARGV[1]",
                "redis.call('GET', ('user:%s'):format(ARGV[1])) @ ('user:%s'):format(ARGV[1])",
                "local function key(id) return 'user:' .. id end redis.call('GET', key(ARGV[1])) @ key(ARGV[1])",
                "for i = 1, #ARGV do redis.call('DEL', ARGV[i]) end @ ARGV[i]",
                "for _, id in ipairs(ARGV) do redis.call('DEL', 'user:' .. id) end @ 'user:' .. id",
                "redis.call('GET', tonumber(ARGV[1]) + 1) @ tonumber(ARGV[1]) + 1",
                "local order = cjson.decode(ARGV[1]) redis.call('GET', 'order:' .. order.id) @ 'order:' .. order.id",
                "redis.call('GET', table.concat({'user', ARGV[1]}, ':')) @ table.concat({'user', ARGV[1]}, ':')",
                "local p = {'user'} p[#p + 1] = ARGV[1] redis.call('GET', table.concat(p)) @ table.concat(p)",
                "redis.call('GET', 'c:' .. tonumber(ARGV[1]) % 16) @ 'c:' .. tonumber(ARGV[1]) % 16",
                "redis.call('GET', 'c:' .. ARGV[1] * ARGV[2]) @ 'c:' .. ARGV[1] * ARGV[2]",
                "redis.call('GET', 'c:' .. math.floor(ARGV[1] / 16)) @ 'c:' .. math.floor(ARGV[1] / 16)",
                "local p = {} for i = 1, #ARGV do p[i] = 'x' end redis.call('GET', table.concat(p, ':')) @ \"\"",
                "local p = {'a'} p[ARGV[1] + 0] = 'x' redis.call('GET', table.concat(p, ':')) @ \"\"",
                "redis.call('GET', KEYS[tonumber(ARGV[1]) % 16 + 1]) @ \"\"",
                "redis.call('SET', KEYS[1], table.concat({ARGV[1], 'x'}, ':')) @ \"\"",
                "redis.call('GET', ARGV[1]:lower()) @ ARGV[1]:lower()",
                "redis.call('DEL', unpack(ARGV)) @ unpack(ARGV)",
                "redis.call('MSET', unpack(ARGV)) @ unpack(ARGV)",
                "redis.call('ZUNIONSTORE', KEYS[1], #ARGV, unpack(ARGV)) @ unpack(ARGV)",
                "redis.call('SADD', KEYS[1], unpack(ARGV)) @ \"\"",
                "redis.call('MSET', KEYS[1], unpack(ARGV)) @ \"\"",
                "redis.call('DEL', unpack(KEYS)) @ \"\"",
                "redis.call('GET', KEYS[tonumber(ARGV[1])]) @ \"\"",
                "redis.call('GET', KEYS[1] .. ARGV[1]) @ \"\""
            })
    void keysMadeOfArgumentsAreFound(String script, String place) {
        assertThat(CommandChecked.places(ScriptRule.KEY_FROM_ARGUMENT, script, CommandChecked.CLUSTER))
                .isEqualTo(place);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '"',
            value = {
                "KEYS[1] .. ':log' @ this key is in the slot of KEYS[1] only if that has a hash tag",
                "'log:' .. KEYS[2] @ this key is in the slot of KEYS[2] only if that has a hash tag",
                "KEYS[1] .. ':{x}' @ this key is in the slot of KEYS[1] only if that has a hash tag",
                "KEYS[1] .. ':' .. ARGV[1] @ this key is in the slot of KEYS[1] only if that has a hash tag",
                "table.concat({KEYS[1], 'log', ARGV[1]}, ':') @ this key is in the slot of KEYS[1] only if that has a hash tag",
                "table.concat({KEYS[1], unpack(ARGV)}, ':') @ this key is in the slot of KEYS[1] only if that has a hash tag",
                "KEYS[1]:sub(1, 5) @ this key is in the slot of KEYS[1] only if that has a hash tag, and what is taken of it keeps the tag",
                "(KEYS[1]:gsub('wait$', 'active')) @ this key is in the slot of KEYS[1] only if that has a hash tag, and what is taken of it keeps the tag",
                "string.sub(KEYS[1] .. ':a', 1, -5) .. 'b' @ this key is in the slot of KEYS[1] only if that has a hash tag, and what is taken of it keeps the tag",
                "'{a}:' .. KEYS[1] @ the slot of this key is that of {a}, whatever KEYS[1] is",
                "'{log:' .. KEYS[1] .. '}' @ the hash tag of this key is not KEYS[1] alone, and so it has another slot",
                "'{' .. KEYS[1] .. ':log}' @ the hash tag of this key is not KEYS[1] alone, and so it has another slot",
                "'{}' .. KEYS[1] @ the hash tag of this key is not KEYS[1] alone, and so it has another slot"
            })
    void derivedKeysAreFoundWhereTheyMayLeaveTheSlot(String key, String message) {
        assertThat(CommandChecked.findings(
                        ScriptRule.DERIVED_KEY, "redis.call('GET', " + key + ")", CommandChecked.CLUSTER))
                .extracting(ScriptFinding::message)
                .containsExactly(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "redis.call('GET', '{' .. KEYS[1] .. '}:log')",
                "redis.call('GET', ('log:{%s}'):format(KEYS[1]))",
                "redis.call('GET', table.concat({'{', KEYS[1], '}:log'}))",
                "redis.call('GET', 'log:{' .. KEYS[1]:match('{(.*)}') .. '}')",
                "local keys = {} for i = 1, #KEYS do keys[i] = KEYS[i] end redis.call('DEL', unpack(keys))"
            })
    void keysThatTheScriptTagsAreLeftAlone(String script) {
        assertThat(CommandChecked.places(ScriptRule.DERIVED_KEY, script, CommandChecked.CLUSTER))
                .isEmpty();
    }

    @Test
    void strictSaysAlsoWhatIsProbablyRight() {
        assertThat(CommandChecked.findings(
                        ScriptRule.DERIVED_KEY,
                        "redis.call('GET', '{' .. KEYS[1] .. '}:log')",
                        CommandChecked.strict(Profile.CLUSTER)))
                .extracting(ScriptFinding::message)
                .containsExactly("this key is in the slot of KEYS[1] only if that has no braces of its own");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for _, k in ipairs(redis.call('SMEMBERS', KEYS[1])) do redis.call('DEL', k) end",
                "local id = redis.call('LPOP', KEYS[1]) if id then redis.call('GET', 'job:' .. id) end",
                "redis.call('GET', redis.sha1hex(ARGV[1]))"
            })
    void keysOfWhichNothingIsKnownAreForStrict(String script) {
        assertThat(CommandChecked.findings(ScriptRule.KEY_FROM_DATA, script, CommandChecked.CLUSTER))
                .isEmpty();
        assertThat(CommandChecked.findings(ScriptRule.KEY_FROM_DATA, script, CommandChecked.strict(Profile.CLUSTER)))
                .extracting(ScriptFinding::severity)
                .containsExactly(Severity.NOTE);
    }

    @Test
    void oneServerMakesNotesOfThem() {
        String derived = "redis.call('GET', KEYS[1] .. ':log')";

        assertThat(Checked.findings("redis.call('RENAME', 'a', ARGV[1])", Settings.DEFAULT))
                .extracting(ScriptFinding::severity)
                .containsExactly(Severity.NOTE, Severity.NOTE);
        assertThat(Checked.findings(derived, Settings.DEFAULT)).isEmpty();
        assertThat(Checked.findings(derived, CommandChecked.strict(Profile.STANDALONE)))
                .extracting(ScriptFinding::severity)
                .containsExactly(Severity.NOTE);
    }
}
