package dev.perigee.lua.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.lua.diagnostics.ScriptRule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlowCommandCheckTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '"',
            value = {
                "return redis.call('KEYS', '*') @ 'KEYS'",
                "redis.call('flushall') @ 'flushall'",
                "redis.call('FLUSHDB', 'ASYNC') @ 'FLUSHDB'",
                "return redis.call('SCAN', 0) @ \"\"",
                "redis.call('DEL', KEYS[1]) @ \"\"",
                "return redis.call('DBSIZE') @ \"\""
            })
    void commandsThatGoThroughAllKeysAreFound(String script, String place) {
        assertThat(CommandChecked.places(ScriptRule.SLOW_COMMAND, script, Settings.DEFAULT))
                .isEqualTo(place);
    }
}
