package dev.perigee.lua.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.lua.commands.Target;
import dev.perigee.lua.diagnostics.ScriptRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterCommandCheckTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '"',
            value = {
                "redis.call('SELECT', 1) @ 'SELECT'",
                "redis.call('MOVE', KEYS[1], 1) @ 'MOVE'",
                "redis.call('SWAPDB', 0, 1) @ 'SWAPDB'",
                "redis.call('SORT', KEYS[1], 'BY', 'weight_*') @ 'BY'",
                "redis.call('SORT_RO', KEYS[1], 'LIMIT', 0, 5, 'get', '#') @ 'get'",
                "redis.call('SELECT', 0) @ \"\"",
                "redis.call('SELECT', ARGV[1]) @ \"\"",
                "redis.call('SORT', KEYS[1], 'BY', 'nosort') @ \"\"",
                "redis.call('SORT', KEYS[1], 'ALPHA', 'DESC') @ \"\""
            })
    void whatAClusterRefusesIsFound(String script, String place) {
        assertThat(CommandChecked.places(ScriptRule.NOT_ON_TARGET, script, CommandChecked.CLUSTER))
                .isEqualTo(place);
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis.call('SELECT', 1)", "redis.call('SORT', KEYS[1], 'BY', 'weight_*')"})
    void oneServerRefusesNothing(String script) {
        assertThat(CommandChecked.places(ScriptRule.NOT_ON_TARGET, script, Settings.DEFAULT))
                .isEmpty();
    }

    @Test
    void newerServersTakePatternsInTheSlotOfTheKey() {
        assertThat(CommandChecked.places(
                        ScriptRule.NOT_ON_TARGET,
                        "redis.call('SORT', KEYS[1], 'BY', 'weight_*')",
                        new Settings(Target.REDIS_7_4, Profile.CLUSTER, false, -1)))
                .isEmpty();
    }
}
