package dev.perigee.lua.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.diagnostics.ScriptRule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandArgumentCheckTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '"',
            value = {
                "redis.call('SET', KEYS[1], nil) @ nil",
                "local x redis.call('SET', KEYS[1], x) @ nil",
                "local t = {a = 1} redis.call('SET', KEYS[1], t.b) @ nil",
                "redis.call('SET', KEYS[1], tonumber('abc')) @ nil",
                "redis.call('SET', KEYS[1], true) @ true",
                "redis.call('SET', KEYS[1], ARGV[1] == '1') @ a boolean",
                "redis.call('SET', KEYS[1], tostring) @ a function",
                "redis.call('SET', KEYS[1], function() return 1 end) @ a function",
                "redis.call('SADD', KEYS[1], ARGV) @ a table",
                "redis.call('DEL', KEYS) @ a table",
                "redis.call(redis, 'GET', KEYS[1]) @ a table",
                "redis.call('SADD', KEYS[1], redis.call('SMEMBERS', KEYS[2])) @ a table",
                "redis.call('SET', KEYS[1], redis.call('TYPE', KEYS[2])) @ a status reply, which is a table"
            })
    void whatIsNeitherStringNorNumberIsFound(String script, String what) {
        assertThat(CommandChecked.findings(ScriptRule.INVALID_COMMAND_ARGUMENT, script, Settings.DEFAULT))
                .extracting(ScriptFinding::message)
                .containsExactly("a command takes strings and numbers, and this is " + what);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '"',
            value = {
                "return redis:call('GET', KEYS[1]) @ write a dot: redis.call(…)",
                "redis:pcall('SET', KEYS[1], nil) @ write a dot: redis.pcall(…)"
            })
    void aColonInsteadOfADotIsTold(String script, String help) {
        assertThat(CommandChecked.findings(ScriptRule.INVALID_COMMAND_ARGUMENT, script, Settings.DEFAULT))
                .singleElement()
                .satisfies(finding -> assertThat(finding.help()).isEqualTo(help));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "redis.call('SET', KEYS[1], redis.call('GET', KEYS[2]))",
                "redis.call('SET', KEYS[1], redis.call('GET', KEYS[2]) or 0)",
                "local x if ARGV[1] == '1' then x = 1 end redis.call('SET', KEYS[1], x)",
                "redis.call('SET', KEYS[1], cjson.decode(ARGV[1]).name)",
                "redis.call('SADD', KEYS[1], unpack(ARGV))",
                "redis.call('SET', KEYS[1], tonumber(ARGV[1]))",
                "redis.call('SET', KEYS[1], redis.call('TYPE', KEYS[2]).ok)",
                "redis.call('SET', KEYS[1], ARGV[1] == '1' and 1 or 0)",
                "redis.call('SET', KEYS[1], redis.call('TIME')[1])"
            })
    void whatMayBeAStringOrANumberIsLeftAlone(String script) {
        assertThat(CommandChecked.places(ScriptRule.INVALID_COMMAND_ARGUMENT, script, Settings.DEFAULT))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '"',
            value = {
                "redis.call('SET', KEYS[1], redis.call('GET', KEYS[2])) @ true",
                "redis.call('SET', KEYS[1], redis.call('GET', KEYS[2]) or '') @ false",
                "local v = redis.call('GET', KEYS[2]) if v then redis.call('SET', KEYS[1], v) end @ false"
            })
    void strictReportsWhatMayBeFalse(String script, boolean found) {
        assertThat(CommandChecked.findings(
                        ScriptRule.INVALID_COMMAND_ARGUMENT, script, CommandChecked.strict(Profile.STANDALONE)))
                .hasSize(found ? 1 : 0);
    }
}
