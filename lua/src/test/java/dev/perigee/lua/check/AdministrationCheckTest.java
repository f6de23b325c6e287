package dev.perigee.lua.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.lua.commands.Target;
import dev.perigee.lua.diagnostics.ScriptRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdministrationCheckTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '"',
            value = {
                "redis.call('CLUSTER', 'SETSLOT', 1, 'STABLE') @ 'CLUSTER'",
                "redis.call('SLOWLOG', 'GET') @ 'SLOWLOG'",
                "redis.call('CONFIG', 'SET', 'maxmemory', 1) @ \"\"",
                "return redis.call('INFO') @ \"\"",
                "return redis.call('CLUSTER', 'KEYSLOT', KEYS[1]) @ \"\""
            })
    void commandsThatAdministerAreFound(String script, String place) {
        assertThat(CommandChecked.places(ScriptRule.ADMINISTRATION, script, Settings.DEFAULT))
                .isEqualTo(place);
    }

    @Test
    void aCommandThatTheTargetLacksIsReportedOnce() {
        assertThat(Checked.codes("redis.call('CLIENT', 'NO-EVICT', 'on')", CommandChecked.on(Target.REDIS_6_2)))
                .containsExactly("PG505");
    }
}
