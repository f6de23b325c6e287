package dev.perigee.lua.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.lua.commands.Target;
import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.diagnostics.ScriptRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandAllowedCheckTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '"',
            value = {
                "redis.call('BLPOP', KEYS[1], 0) @ 'BLPOP'",
                "redis.call('EVAL', 'return 1', 0) @ 'EVAL'",
                "redis.call('MULTI') @ 'MULTI'",
                "redis.call('WATCH', KEYS[1]) @ 'WATCH'",
                "redis.call('WAIT', 1, 100) @ 'WAIT'",
                "redis.call('SUBSCRIBE', 'news') @ 'SUBSCRIBE'",
                "redis.call('CONFIG', 'SET', 'maxmemory', 1) @ 'CONFIG'",
                "redis.call('SCRIPT', 'LOAD', 'x') @ 'SCRIPT'",
                "redis.call('XREAD', 'BLOCK', ARGV[1], 'STREAMS', KEYS[1], '0') @ 'XREAD'",
                "redis.call('XREADGROUP', 'GROUP', 'g', 'c', 'block', 5, 'STREAMS', KEYS[1], '>') @ 'XREADGROUP'"
            })
    void commandsThatScriptsMayNotCallAreFound(String script, String place) {
        assertThat(CommandChecked.places(ScriptRule.NOT_ALLOWED_IN_SCRIPT, script, Settings.DEFAULT))
                .isEqualTo(place);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "redis.call('LPOP', KEYS[1])",
                "redis.call('XREAD', 'COUNT', 1, 'STREAMS', KEYS[1], '0')",
                "redis.call('XREAD', 'STREAMS', 'block', '0')",
                "redis.call('XREADGROUP', 'GROUP', 'block', 'c', 'STREAMS', KEYS[1], '>')",
                "redis.call('XADD', KEYS[1], '*', 'f', 'BLOCK')",
                "redis.call('PUBLISH', 'news', 'x')",
                "redis.call(ARGV[1])"
            })
    void allOthersAreLeftAlone(String script) {
        assertThat(CommandChecked.places(ScriptRule.NOT_ALLOWED_IN_SCRIPT, script, Settings.DEFAULT))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '"',
            value = {
                "redis.call('BLPOP', KEYS[1], 0) @ 'BLPOP'",
                "redis.call('BLMPOP', 1, 1, KEYS[1], 'LEFT') @ 'BLMPOP'",
                "redis.call('XREAD', 'BLOCK', 0, 'STREAMS', KEYS[1], '$') @ 'XREAD'",
                "redis.call('WAIT', 1, 0) @ 'WAIT'",
                "redis.call('XREAD', 'STREAMS', KEYS[1], '0') @ \"\"",
                "redis.call('LPOP', KEYS[1]) @ \"\""
            })
    void newerServersActAsIfTheTimeHadPassed(String script, String place) {
        assertThat(CommandChecked.places(ScriptRule.BLOCKING_COMMAND, script, CommandChecked.on(Target.REDIS_7_2)))
                .isEqualTo(place);
    }

    @Test
    void anotherCommandIsProposed() {
        assertThat(CommandChecked.findings(
                        ScriptRule.NOT_ALLOWED_IN_SCRIPT,
                        "redis.call('BRPOPLPUSH', KEYS[1], KEYS[2], 0)",
                        Settings.DEFAULT))
                .extracting(ScriptFinding::help)
                .containsExactly("a script cannot wait: use RPOPLPUSH, and wait in the application");
        assertThat(CommandChecked.findings(
                        ScriptRule.NOT_ALLOWED_IN_SCRIPT,
                        "redis.call('XREAD', 'BLOCK', 0, 'STREAMS', KEYS[1], '0')",
                        Settings.DEFAULT))
                .extracting(ScriptFinding::message)
                .containsExactly("redis-7.0 refuses XREAD BLOCK in a script");
    }

    @Test
    void aCommandThatTheTargetLacksIsReportedOnce() {
        assertThat(Checked.codes("redis.call('BLMPOP', 1, 1, KEYS[1], 'LEFT')", CommandChecked.on(Target.REDIS_6_2)))
                .containsExactly("PG505");
    }
}
