package dev.perigee.lua.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.diagnostics.ScriptRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandNameCheckTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '"',
            value = {
                "redis.call('gett', KEYS[1]) @ 'gett'",
                "redis.pcall('GTE', KEYS[1]) @ 'GTE'",
                "redis.call('get ', KEYS[1]) @ 'get '",
                "redis.call('sleep', 1) @ 'sleep'",
                "local c = ARGV[1] == '1' and 'INCRR' or 'DECR' redis.call(c, KEYS[1]) @ c",
                "local function run(name) return redis.call(name, KEYS[1]) end run('GET') run('GEET') @ name"
            })
    void commandsThatDoNotExistAreFound(String script, String place) {
        assertThat(CommandChecked.places(ScriptRule.UNKNOWN_COMMAND, script, Settings.DEFAULT))
                .isEqualTo(place);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "redis.call('get', KEYS[1])",
                "redis.call('JSON.SET', KEYS[1], '$', '1')",
                "redis.call(ARGV[1], KEYS[1])",
                "redis.call('inc' .. 'r', KEYS[1])",
                "redis.call('XINFO', 'STREAM', KEYS[1])"
            })
    void commandsThatExistOrMayExistAreLeftAlone(String script) {
        assertThat(CommandChecked.places(ScriptRule.UNKNOWN_COMMAND, script, Settings.DEFAULT))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '"',
            value = {
                "redis.call('OBJECT', 'encodin', KEYS[1]) @ 'encodin'",
                "redis.call('XGROUP', 'MAKE', KEYS[1], 'g', '0') @ 'MAKE'",
                "redis.call('OBJECT', 'encoding', KEYS[1]) @ \"\"",
                "redis.call('XINFO', ARGV[1], KEYS[1]) @ \"\"",
                "redis.call('GET', 'encodin') @ \"\""
            })
    void subcommandsThatDoNotExistAreFound(String script, String place) {
        assertThat(CommandChecked.places(ScriptRule.UNKNOWN_SUBCOMMAND, script, Settings.DEFAULT))
                .isEqualTo(place);
    }

    @Test
    void aNearMissIsProposed() {
        assertThat(CommandChecked.findings(
                        ScriptRule.UNKNOWN_COMMAND, "redis.call('HGETAL', KEYS[1])", Settings.DEFAULT))
                .extracting(ScriptFinding::help)
                .containsExactly("did you mean HGETALL?");
        assertThat(CommandChecked.findings(
                        ScriptRule.UNKNOWN_SUBCOMMAND, "redis.call('XGROUP', 'MAKE', KEYS[1])", Settings.DEFAULT))
                .extracting(ScriptFinding::help)
                .allMatch(help -> help != null && help.startsWith("it has ") && help.contains("CREATE"))
                .hasSize(1);
    }
}
