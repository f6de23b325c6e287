package dev.perigee.lua.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.diagnostics.ScriptRule;
import org.junit.jupiter.api.Test;
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '"',
            value = {
                "redis.call('XADD', KEYS[1], 'MAXLEN', 1000, 'f', ARGV[1]) @ 'f'",
                "redis.call('XADD', KEYS[1], 'MAXLEN', 1000, 'LIMIT', 5, '*', 'f', ARGV[1]) @ 'LIMIT'",
                "redis.call('XADD', KEYS[1], 'NOMKSTREAM', 'MAXLEN', '~', 1000, 'LIMIT', 5, '*', 'f', ARGV[1]) @ \"\"",
                "redis.call('XADD', KEYS[1], 'MAXLEN', '~', 1000, 'NOMKSTREAM', '*', 'limit', ARGV[1]) @ \"\"",
                "redis.call('XADD', KEYS[1], ARGV[1], 'f', 'v') @ \"\"",
                "redis.call('XREADGROUP', 'GROUP', 'g', 'c', 'STREAMS', KEYS[1], '>', 'COUNT', 10) @ 'COUNT'",
                "redis.call('XREADGROUP', 'GROUP', 'g', 'c', 'NOACK', 'COUNT', 1, 'STREAMS', KEYS[1], '>') @ \"\"",
                "redis.call('XREAD', 'STREAMS', KEYS[1], KEYS[2], 0, 'now') @ 'now'",
                "redis.call('XRANGE', KEYS[1], '-', '+', 'LIMIT', 1) @ 'LIMIT'",
                "redis.call('XRANGE', KEYS[1], '(1-0', 1700000000000) @ \"\"",
                "redis.call('XGROUP', 'CREATE', KEYS[1], 'g', 'MKSTREAM') @ 'MKSTREAM'",
                "redis.call('XGROUP', 'CREATE', KEYS[1], 'g', '$', 'MKSTREAM') @ \"\"",
                "redis.call('BITFIELD', KEYS[1], 'INCR', 'u8', 0, 1) @ 'INCR'",
                "redis.call('BITFIELD', KEYS[1], 'GET', 'u8', '#1', 'OVERFLOW', 'SAT', 'INCRBY', 'i5', 0, 1) @ \"\"",
                "redis.call('LPOP', KEYS[1], 'all') @ 'all'",
                "redis.call('SPOP', KEYS[1], 2, 3) @ 3",
                "redis.call('ZRANDMEMBER', KEYS[1], 'WITHSCORES') @ 'WITHSCORES'",
                "redis.call('ZRANGEBYLEX', KEYS[1], 'a', '[b') @ 'a'",
                "redis.call('ZRANGEBYLEX', KEYS[1], '-', '(' .. ARGV[1], 'LIMIT', 0, 5) @ \"\"",
                "redis.call('ZADD', KEYS[1], 'INCR', 1, 'a', 2, 'b') @ 2",
                "redis.call('BITOP', 'NOT', KEYS[1], KEYS[2], KEYS[3]) @ KEYS[3]",
                "redis.call('XADD', KEYS[1], 'f', unpack(ARGV)) @ 'f'",
                "redis.call('XREAD', 'STREAMS', KEYS[1], unpack(ARGV)) @ \"\""
            })
    void wordsInPlacesThatTakeOthersAreFound(String script, String place) {
        assertThat(CommandChecked.places(ScriptRule.UNKNOWN_OPTION, script, Settings.DEFAULT))
                .isEqualTo(place);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '"',
            value = {
                "redis.call('XADD', KEYS[1], '*', 'f', ARGV[1], 'g') @ 'g'",
                "redis.call('XREAD', 'STREAMS', KEYS[1], KEYS[2], 0) @ 0",
                "redis.call('XPENDING', KEYS[1], 'g', '-', '+') @ '+'",
                "redis.call('BITFIELD', KEYS[1], 'SET', 'u8', 0) @ 0",
                "redis.call('XADD', KEYS[1], '*', 'f', ARGV[1], 'g', unpack(ARGV, 2)) @ \"\"",
                "redis.call('XPENDING', KEYS[1], 'g') @ \"\"",
                "redis.call('ZUNIONSTORE', KEYS[1], 3, KEYS[2], KEYS[3]) @ 3",
                "redis.call('ZUNIONSTORE', KEYS[1], 3, KEYS[2], unpack(KEYS, 3)) @ \"\"",
                "redis.call('ZUNIONSTORE', KEYS[1], 2, KEYS[2], KEYS[3], 'WEIGHTS', 1, 2) @ \"\""
            })
    void callsThatEndTooEarlyAreFound(String script, String place) {
        assertThat(CommandChecked.places(ScriptRule.MISSING_OPERAND, script, Settings.DEFAULT))
                .isEqualTo(place);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '"',
            value = {
                "redis.call('ZRANGE', KEYS[1], '-inf', '+inf') @ '-inf'",
                "redis.call('ZRANGE', KEYS[1], '-inf', '(5', 'BYSCORE', 'LIMIT', 0, 5) @ \"\"",
                "redis.call('ZRANGE', KEYS[1], '-', '+', 'BYSCORE') @ '-'",
                "redis.call('ZRANGE', KEYS[1], 'a', 'b', 'BYLEX') @ 'a'",
                "redis.call('ZRANGE', KEYS[1], '[a', '+', 'BYLEX') @ \"\"",
                "redis.call('ZRANGE', KEYS[1], '-inf', '+inf', ARGV[1]) @ \"\"",
                "redis.call('ZRANGE', KEYS[1], '-inf', '+inf', unpack(ARGV)) @ \"\"",
                "redis.call('ZRANGESTORE', KEYS[1], KEYS[2], '-inf', 5) @ '-inf'",
                "redis.call('XTRIM', KEYS[1], 'MAXLEN', '~', '1-1') @ '1-1'",
                "redis.call('XTRIM', KEYS[1], 'MINID', '~', '1-1') @ \"\"",
                "redis.call('SET', KEYS[1], 'v', 'NX', 'EX', 0) @ 0",
                "redis.call('SETEX', KEYS[1], -1, 'v') @ -1",
                "redis.call('EXPIRE', KEYS[1], 0) @ \"\""
            })
    void boundsOfAnotherKindAreFound(String script, String place) {
        assertThat(CommandChecked.places(ScriptRule.NOT_A_NUMBER, script, Settings.DEFAULT))
                .isEqualTo(place);
    }

    @ParameterizedTest
    @CsvSource({"1e400, inf", "-1e400, -inf", "0/0, nan"})
    void numbersAreShownAsLuaWritesThem(String number, String written) {
        assertThat(Checked.findings("redis.call('SET', KEYS[1], 1, 'EX', " + number + ")", Settings.DEFAULT)
                        .get(0)
                        .message())
                .contains("'" + written + "' is none");
    }

    @Test
    void whatDoesNotFitIsToldWithTheWholeCommand() {
        ScriptFinding finding = Checked.findings("return redis.call('LPOP', KEYS[1], 'all')", Settings.DEFAULT)
                .get(0);

        assertThat(finding.message()).isEqualTo("LPOP does not take 'all' here");
        assertThat(finding.help()).isEqualTo("it is written LPOP key [count]");
    }
}
