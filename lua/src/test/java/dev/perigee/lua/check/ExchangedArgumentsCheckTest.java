package dev.perigee.lua.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.lua.diagnostics.ScriptRule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExchangedArgumentsCheckTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '"',
            value = {
                "local value, ttl = ARGV[1], ARGV[2] redis.call('SETEX', KEYS[1], value, ttl) @ value",
                "local token, ttl = ARGV[1], ARGV[2] redis.call('PSETEX', KEYS[1], token, ttl) @ token",
                "local user, ttl = ARGV[1], ARGV[2] redis.call('SET', KEYS[1], ttl, 'EX', user) @ user",
                "local session_token = ARGV[1] redis.call('EXPIRE', KEYS[1], session_token) @ session_token",
                "local lockOwner = ARGV[2] redis.call('SET', KEYS[1], ARGV[1], 'NX', 'PX', tonumber(lockOwner)) @ tonumber(lockOwner)"
            })
    void valuesInThePlaceOfATimeAreFound(String script, String place) {
        assertThat(CommandChecked.places(ScriptRule.EXCHANGED_ARGUMENTS, script, Settings.DEFAULT))
                .isEqualTo(place);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ttl",
                "tokenTtl",
                "token_ttl",
                "tokenAge",
                "tokenLife",
                "holderDeadline",
                "renameDelay",
                "retentionData",
                "usernameLockTimeout",
                "renewal",
                "x",
                "value",
                "dataTTL",
                "evaluation",
                "seconds"
            })
    void namesThatMayBeTimesAreLeftAlone(String name) {
        String script = "local " + name + " = ARGV[1] redis.call('EXPIRE', KEYS[1], " + name + ")";

        assertThat(CommandChecked.places(ScriptRule.EXCHANGED_ARGUMENTS, script, Settings.DEFAULT))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "local ttl, token = ARGV[1], ARGV[2] redis.call('SETEX', KEYS[1], ttl, token)",
                "redis.call('SETEX', KEYS[1], ARGV[1], 1)",
                "local token = ARGV[1] local ttl = ARGV[1] redis.call('EXPIRE', KEYS[1], token)"
            })
    void argumentsInTheirPlacesAreLeftAlone(String script) {
        assertThat(CommandChecked.places(ScriptRule.EXCHANGED_ARGUMENTS, script, Settings.DEFAULT))
                .isEmpty();
    }
}
