package dev.perigee.lua.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.lua.diagnostics.ScriptRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyProfileCheckTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '"',
            value = {
                "local k = KEYS[1] redis.call('GET', k) @ k",
                "redis.call('GET', (KEYS[1])) @ (KEYS[1])",
                "redis.call('GET', KEYS[1 + 0]) @ KEYS[1 + 0]",
                "local ks = KEYS redis.call('GET', ks[1]) @ ks[1]",
                "for i = 1, #KEYS do redis.call('DEL', KEYS[i]) end @ KEYS[i]",
                "redis.call('DEL', unpack(KEYS)) @ unpack(KEYS)",
                "redis.call('DEL', KEYS[1], unpack(KEYS, 2)) @ unpack(KEYS, 2)",
                "redis.call('GET', ARGV[1]) @ ARGV[1]",
                "redis.call('GET', KEYS[1] .. ':x') @ KEYS[1] .. ':x'",
                "local function get(k) return redis.call('GET', k) end get(KEYS[1]) @ k",
                "redis.call('GET', KEYS[1]) @ \"\"",
                "redis.call('MSET', KEYS[1], 1, KEYS[12], 2) @ \"\"",
                "redis.call('SADD', KEYS[1], unpack(ARGV)) @ \"\"",
                "redis.call('PUBLISH', ARGV[1], 'x') @ \"\"",
                "local rcall = redis.call rcall('GET', KEYS[1]) @ \"\""
            })
    void alibabaTakesNothingButLiteralKeys(String script, String place) {
        assertThat(CommandChecked.places(ScriptRule.KEY_NOT_FOR_PROFILE, script, CommandChecked.with(Profile.ALIBABA)))
                .isEqualTo(place);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '"',
            value = {
                "redis.call('GET', 'a') @ 'a'",
                "redis.call('GET', ARGV[1]) @ ARGV[1]",
                "redis.call('GET', KEYS[1] .. ':x') @ KEYS[1] .. ':x'",
                "local k = redis.call('GET', KEYS[1]) redis.call('GET', k) @ k",
                "redis.call('DEL', unpack(ARGV)) @ unpack(ARGV)",
                "redis.call('DEL', unpack(redis.call('LRANGE', KEYS[1], 0, 9))) @ unpack(redis.call('LRANGE', KEYS[1], 0, 9))",
                "local k = KEYS[1] redis.call('GET', k) @ \"\"",
                "redis.call('DEL', unpack(KEYS)) @ \"\"",
                "redis.call('GET', KEYS[#KEYS]) @ \"\"",
                "redis.call('GET', string.rep('a', 3)) @ \"\""
            })
    void dragonflyTakesNothingButDeclaredKeys(String script, String place) {
        assertThat(CommandChecked.places(
                        ScriptRule.KEY_NOT_FOR_PROFILE, script, CommandChecked.with(Profile.DRAGONFLY)))
                .isEqualTo(place);
    }

    @Test
    void oneKeyIsReportedOnce() {
        assertThat(Checked.codes("redis.call('GET', ARGV[1])", CommandChecked.with(Profile.KVROCKS)))
                .containsExactly("PG314");
        assertThat(Checked.codes("redis.call('GET', KEYS[1] .. ':x')", CommandChecked.with(Profile.ALIBABA)))
                .containsExactly("PG314");
    }

    @ParameterizedTest
    @ValueSource(strings = {"local k = KEYS[1] redis.call('GET', k)", "redis.call('GET', 'a')"})
    void serversOfRedisTakeAnyKey(String script) {
        assertThat(CommandChecked.places(ScriptRule.KEY_NOT_FOR_PROFILE, script, CommandChecked.CLUSTER))
                .isEmpty();
    }
}
