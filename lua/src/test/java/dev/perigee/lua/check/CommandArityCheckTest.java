package dev.perigee.lua.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.diagnostics.ScriptRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandArityCheckTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '"',
            value = {
                "redis.call('GET') @ redis.call('GET')",
                "redis.call('GET', KEYS[1], KEYS[2]) @ redis.call('GET', KEYS[1], KEYS[2])",
                "redis.call('GET', KEYS[1], ARGV[1], unpack(ARGV)) @ redis.call('GET', KEYS[1], ARGV[1], unpack(ARGV))",
                "redis.call('HSET', KEYS[1], 'f') @ redis.call('HSET', KEYS[1], 'f')",
                "redis.call('TIME', 1) @ redis.call('TIME', 1)",
                "redis.call('OBJECT', 'FREQ') @ redis.call('OBJECT', 'FREQ')",
                "redis.call('XINFO') @ redis.call('XINFO')",
                "redis.call() @ redis.call()",
                "redis.call('GET', string.gsub(KEYS[1], 'a', 'b')) @ redis.call('GET', string.gsub(KEYS[1], 'a', 'b'))",
                "local function none() end redis.call('SADD', KEYS[1], none()) @ redis.call('SADD', KEYS[1], none())"
            })
    void callsWithTooFewOrTooManyArgumentsAreFound(String script, String place) {
        assertThat(CommandChecked.places(ScriptRule.COMMAND_ARITY, script, Settings.DEFAULT))
                .isEqualTo(place);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "redis.call('GET', KEYS[1])",
                "redis.call('DEL', unpack(KEYS))",
                "redis.call('HSET', unpack(ARGV))",
                "redis.call(unpack(ARGV))",
                "local function get(...) return redis.call('GET', ...) end get(KEYS[1])",
                "redis.call('GET', (string.gsub(KEYS[1], 'a', 'b')))",
                "redis.call('GETT')",
                "redis.call(ARGV[1])",
                "redis.call('OBJECT', ARGV[1])"
            })
    void callsThatMayBeCompleteAreLeftAlone(String script) {
        assertThat(CommandChecked.places(ScriptRule.COMMAND_ARITY, script, Settings.DEFAULT))
                .isEmpty();
    }

    @Test
    void severalValuesOfOneCallAreExplained() {
        assertThat(CommandChecked.findings(
                        ScriptRule.COMMAND_ARITY,
                        "redis.call('GET', string.gsub(KEYS[1], 'a', 'b'))",
                        Settings.DEFAULT))
                .extracting(ScriptFinding::help)
                .containsExactly("put the last call in parentheses: it gives several values");
    }

    @Test
    void oneMistakeIsReportedOnce() {
        assertThat(Checked.codes("redis.call('HSET', KEYS[1], 'f')", Settings.DEFAULT))
                .containsExactly("PG503");
        assertThat(Checked.codes("redis.call('HSET', KEYS[1], {'f', 'v'})", Settings.DEFAULT))
                .containsExactly("PG510");
    }
}
