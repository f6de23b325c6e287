package dev.perigee.lua.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.lua.diagnostics.ScriptRule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandWordsCheckTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '"',
            value = {
                "redis.call('SET', KEYS[1], ARGV[1], 60) @ 60",
                "redis.call('SET', KEYS[1], ARGV[1], 'EXPIRE', 60) @ 'EXPIRE'",
                "redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', '(5', 'WITHSCORE') @ 'WITHSCORE'",
                "redis.call('SET', KEYS[1], ARGV[1], 'px', ARGV[2], 'nx') @ \"\"",
                "redis.call('SET', KEYS[1], ARGV[1], ARGV[2], ARGV[3]) @ \"\"",
                "redis.call('SET', KEYS[1], ARGV[1], unpack(ARGV, 2)) @ \"\"",
                "redis.call('ZRANGE', KEYS[1], 0, -1, 'WITHSCORES') @ \"\""
            })
    void wordsThatAreNoOptionsAreFound(String script, String place) {
        assertThat(CommandChecked.places(ScriptRule.UNKNOWN_OPTION, script, Settings.DEFAULT))
                .isEqualTo(place);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '"',
            value = {
                "redis.call('SET', KEYS[1], ARGV[1], 'EX', 60, 'PX', 60000) @ 'PX'",
                "redis.call('SET', KEYS[1], ARGV[1], 'NX', 'XX') @ 'XX'",
                "redis.call('ZADD', KEYS[1], 'NX', 'GT', 1, 'm') @ 'GT'",
                "redis.call('EXPIRE', KEYS[1], 10, 'NX', 'XX') @ 'XX'",
                "redis.call('ZADD', KEYS[1], 'GT', 'CH', 'XX', 1, 'm') @ \"\"",
                "redis.call('SET', KEYS[1], ARGV[1], 'NX', 'EX', 60) @ \"\""
            })
    void optionsThatExcludeEachOtherAreFound(String script, String place) {
        assertThat(CommandChecked.places(ScriptRule.CONFLICTING_OPTIONS, script, Settings.DEFAULT))
                .isEqualTo(place);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '"',
            value = {
                "redis.call('SET', KEYS[1], ARGV[1], 'NX', 'EX') @ 'EX'",
                "redis.call('HSET', KEYS[1], 'a', 1, 'b') @ 'b'",
                "redis.call('MSET', KEYS[1], ARGV[1], KEYS[2]) @ KEYS[2]",
                "redis.call('ZADD', KEYS[1], 1, 'a', 2) @ 2",
                "redis.call('SCAN', '0', 'COUNT') @ 'COUNT'",
                "redis.call('SET', KEYS[1], ARGV[1], 'EX', unpack(ARGV, 2)) @ \"\"",
                "redis.call('HSET', KEYS[1], 'a', unpack(ARGV)) @ \"\""
            })
    void operandsThatAreMissingAreFound(String script, String place) {
        assertThat(CommandChecked.places(ScriptRule.MISSING_OPERAND, script, Settings.DEFAULT))
                .isEqualTo(place);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '"',
            value = {
                "redis.call('EXPIRE', KEYS[1], 'sixty') @ 'sixty'",
                "redis.call('EXPIRE', KEYS[1], ' 60') @ ' 60'",
                "redis.call('SET', KEYS[1], 1, 'EX', 0.5) @ 0.5",
                "redis.call('SETEX', KEYS[1], 'value', 60) @ 'value'",
                "redis.call('ZADD', KEYS[1], 'member', 1) @ 'member'",
                "redis.call('EXPIRE', KEYS[1], 1e20) @ 1e20",
                "redis.call('INCRBY', KEYS[1], 2.0) @ \"\"",
                "redis.call('ZADD', KEYS[1], '+inf', 'm') @ \"\"",
                "redis.call('ZREMRANGEBYSCORE', KEYS[1], 0, '(' .. ARGV[1]) @ \"\""
            })
    void wordsThatAreNoNumbersAreFound(String script, String place) {
        assertThat(CommandChecked.places(ScriptRule.NOT_A_NUMBER, script, Settings.DEFAULT))
                .isEqualTo(place);
    }
}
