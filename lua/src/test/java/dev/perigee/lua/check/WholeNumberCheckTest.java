package dev.perigee.lua.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.diagnostics.ScriptRule;
import dev.perigee.lua.diagnostics.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WholeNumberCheckTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '"',
            value = {
                "redis.call('EXPIRE', KEYS[1], ARGV[1] / 1000) @ ARGV[1] / 1000",
                "redis.call('SET', KEYS[1], 'v', 'EX', ARGV[1] / 1000) @ ARGV[1] / 1000",
                "redis.call('PEXPIRE', KEYS[1], ARGV[1] * 1.5) @ ARGV[1] * 1.5",
                "redis.call('INCRBY', KEYS[1], ARGV[1] / 2) @ ARGV[1] / 2",
                "redis.call('LTRIM', KEYS[1], 0, redis.call('LLEN', KEYS[1]) / 2) @ redis.call('LLEN', KEYS[1]) / 2",
                "local half = ARGV[1] / 2 redis.call('HINCRBY', KEYS[1], 'f', half) @ half",
                "redis.call('EXPIRE', KEYS[1], math.ceil(ARGV[1] / 1000)) @ \"\"",
                "redis.call('EXPIRE', KEYS[1], ARGV[1] * 60) @ \"\"",
                "redis.call('ZUNIONSTORE', KEYS[1], (#KEYS - 1) / 2, unpack(KEYS, 2)) @ \"\"",
                "redis.call('LRANGE', KEYS[1], 0, ARGV[1] - #ARGV / 4) @ \"\"",
                "redis.call('LRANGE', KEYS[1], 0, #KEYS / ARGV[1]) @ #KEYS / ARGV[1]",
                "redis.call('INCRBYFLOAT', KEYS[1], ARGV[1] / 2) @ \"\"",
                "redis.call('ZADD', KEYS[1], ARGV[1] / 2, 'm') @ \"\"",
                "redis.call('SET', KEYS[1], ARGV[1] / 2) @ \"\"",
                "redis.call('EXPIRE', KEYS[1], ARGV[1]) @ \"\""
            })
    void fractionsWhereAWholeNumberIsTakenAreFound(String script, String place) {
        assertThat(CommandChecked.places(ScriptRule.NOT_A_NUMBER, script, Settings.DEFAULT))
                .isEqualTo(place);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '"',
            value = {
                "redis.call('SETEX', KEYS[1], 'user:' .. ARGV[1], 60) @ 'user:' .. ARGV[1]",
                "redis.call('EXPIRE', KEYS[1], ARGV[1] .. 's') @ ARGV[1] .. 's'",
                "redis.call('EXPIRE', KEYS[1], ARGV[1] .. '000') @ \"\"",
                "redis.call('EXPIRE', KEYS[1], '-' .. ARGV[1]) @ \"\"",
                "redis.call('EXPIRE', KEYS[1], ARGV[1] .. '') @ \"\"",
                "redis.call('EXPIRE', KEYS[1], tostring(ARGV[1])) @ \"\""
            })
    void textThatCannotBeANumberIsFound(String script, String place) {
        assertThat(CommandChecked.places(ScriptRule.NOT_A_NUMBER, script, Settings.DEFAULT))
                .isEqualTo(place);
    }

    @Test
    void aFractionMayBeWholeAndIsAWarning() {
        assertThat(CommandChecked.findings(
                        ScriptRule.NOT_A_NUMBER, "redis.call('EXPIRE', KEYS[1], ARGV[1] / 1000)", Settings.DEFAULT))
                .extracting(ScriptFinding::severity)
                .containsExactly(Severity.WARNING);
        assertThat(CommandChecked.findings(
                        ScriptRule.NOT_A_NUMBER, "redis.call('EXPIRE', KEYS[1], ARGV[1] .. 's')", Settings.DEFAULT))
                .extracting(ScriptFinding::severity)
                .containsExactly(Severity.ERROR);
    }
}
