package dev.perigee.lua.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.lua.commands.Target;
import dev.perigee.lua.diagnostics.ScriptRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShebangCheckTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '"',
            value = {
                "redis.call('SET', KEYS[1], 1) @ 'SET'",
                "redis.call('PUBLISH', 'news', 'x') @ 'PUBLISH'",
                "return redis.call('PFCOUNT', KEYS[1]) @ 'PFCOUNT'",
                "return redis.call('SORT', KEYS[1]) @ 'SORT'",
                "return redis.call('GETEX', KEYS[1]) @ 'GETEX'",
                "return redis.call('XREADGROUP', 'GROUP', 'g', 'c', 'STREAMS', KEYS[1], '>') @ 'XREADGROUP'",
                "redis.call('XGROUP', 'CREATE', KEYS[1], 'g', '0') @ 'XGROUP'",
                "return redis.call('GET', KEYS[1]) @ \"\"",
                "return redis.call('SORT_RO', KEYS[1]) @ \"\"",
                "return redis.call('TOUCH', KEYS[1]) @ \"\"",
                "return redis.call('JSON.GET', KEYS[1]) @ \"\"",
                "return redis.call(ARGV[1], KEYS[1]) @ \"\""
            })
    void whatNoWritesRefusesIsFound(String script, String place) {
        assertThat(CommandChecked.places(ScriptRule.SHEBANG, "#!lua flags=no-writes\n" + script, Settings.DEFAULT))
                .isEqualTo(place);
        assertThat(CommandChecked.places(ScriptRule.SHEBANG, "#!lua flags=allow-oom\n" + script, Settings.DEFAULT))
                .isEmpty();
    }

    @Test
    void aServerThatKnowsNoSuchLineRefusesIt() {
        String script = "#!lua\nreturn redis.call('GET', KEYS[1])";

        assertThat(CommandChecked.places(ScriptRule.SHEBANG, script, CommandChecked.on(Target.REDIS_6_2)))
                .isEqualTo("#!lua");
        assertThat(CommandChecked.places(ScriptRule.SHEBANG, script, CommandChecked.on(Target.VALKEY_8_0)))
                .isEmpty();
    }

    @Test
    void aClusterRefusesAScriptThatIsNotForClusters() {
        String script = "#!lua flags=no-cluster\nreturn redis.call('GET', KEYS[1])";

        assertThat(CommandChecked.places(ScriptRule.SHEBANG, script, CommandChecked.CLUSTER))
                .isEqualTo("#!lua flags=no-cluster");
        assertThat(CommandChecked.places(ScriptRule.SHEBANG, script, Settings.DEFAULT))
                .isEmpty();
    }
}
