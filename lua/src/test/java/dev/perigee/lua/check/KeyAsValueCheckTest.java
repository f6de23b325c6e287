package dev.perigee.lua.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.diagnostics.ScriptRule;
import dev.perigee.lua.diagnostics.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyAsValueCheckTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '"',
            value = {
                "redis.call('SADD', KEYS[1], KEYS[2]) @ KEYS[2]",
                "local v = KEYS[2] redis.call('SADD', KEYS[1], v) @ v",
                "redis.call('EXPIRE', KEYS[1], KEYS[2]) @ KEYS[2]",
                "redis.call('LPUSH', KEYS[1], KEYS[2]) redis.call('LPUSH', KEYS[1], KEYS[3]) @ KEYS[2] | KEYS[3]",
                "local function add(k, v) redis.call('SADD', k, v) end add(KEYS[1], KEYS[2]) @ v"
            })
    void keysThatAreOnlyValuesAreFound(String script, String place) {
        assertThat(CommandChecked.places(ScriptRule.KEY_AS_VALUE, script, CommandChecked.CLUSTER))
                .isEqualTo(place);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "redis.call('SADD', KEYS[1], KEYS[2]) redis.call('DEL', KEYS[2])",
                "redis.call('SADD', KEYS[1], KEYS[2]) redis.call('GET', KEYS[2] .. ':x')",
                "redis.call('PUBLISH', KEYS[1], 'x')",
                "redis.call('SPUBLISH', KEYS[1], 'x')",
                "redis.call('ZADD', KEYS[1], 1, KEYS[2]) redis.call('JSON.GET', KEYS[2])",
                "redis.call('SADD', KEYS[1], KEYS[2]) return KEYS[2]",
                "redis.call('SORT', KEYS[1], 'STORE', KEYS[2])",
                "redis.call('XINFO', ARGV[1], KEYS[1])",
                "for i = 1, 2 do redis.call('SADD', KEYS[i], KEYS[3]) end",
                "redis.call('SADD', KEYS[1], KEYS[2]) redis.call(ARGV[1], KEYS[2])",
                "redis.call('CLUSTER', 'KEYSLOT', KEYS[1])",
                "redis.call('XREAD', 'COUNT', ARGV[1], 'STREAMS', KEYS[1], '0')",
                "redis.call('MIGRATE', 'h', 1, '', 0, 9, 'KEYS', KEYS[1], KEYS[2])",
                "redis.call('XGROUP', 'CREATE', KEYS[1], 'g', '0')",
                "redis.call('BITOP', 'AND', KEYS[1], KEYS[2], KEYS[3])"
            })
    void keysThatMayBeKeysAreLeftAlone(String script) {
        assertThat(CommandChecked.places(ScriptRule.KEY_AS_VALUE, script, CommandChecked.CLUSTER))
                .isEmpty();
    }

    @Test
    void oneServerMakesANoteOfIt() {
        assertThat(Checked.findings("redis.call('SADD', KEYS[1], KEYS[2])", Settings.DEFAULT))
                .extracting(ScriptFinding::severity)
                .containsExactly(Severity.NOTE);
    }
}
