package dev.perigee.lua.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.lua.commands.Target;
import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.diagnostics.ScriptRule;
import dev.perigee.lua.diagnostics.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTargetCheckTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '"',
            value = {
                "REDIS_6_2 @ redis.call('LMPOP', 1, KEYS[1], 'LEFT') @ 'LMPOP'",
                "REDIS_7_0 @ redis.call('LMPOP', 1, KEYS[1], 'LEFT') @ \"\"",
                "REDIS_6_2 @ redis.call('SORT_RO', KEYS[1]) @ 'SORT_RO'",
                "REDIS_7_2 @ redis.call('HEXPIRE', KEYS[1], 10, 'FIELDS', 1, 'f') @ 'HEXPIRE'",
                "REDIS_7_4 @ redis.call('HEXPIRE', KEYS[1], 10, 'FIELDS', 1, 'f') @ \"\"",
                "VALKEY_8_0 @ redis.call('HEXPIRE', KEYS[1], 10, 'FIELDS', 1, 'f') @ 'HEXPIRE'",
                "REDIS_6_2 @ redis.call('COMMAND', 'DOCS') @ 'COMMAND'",
                "REDIS_6_2 @ redis.call('OBJECT', 'FREQ', KEYS[1]) @ \"\"",
                "REDIS_6_2 @ redis.call('EXPIRE', KEYS[1], 60, 'NX') @ 'NX'",
                "REDIS_7_0 @ redis.call('EXPIRE', KEYS[1], 60, 'NX') @ \"\"",
                "REDIS_7_0 @ redis.call('SET', KEYS[1], 'v', 'IFEQ', 'x') @ 'IFEQ'",
                "VALKEY_8_1 @ redis.call('SET', KEYS[1], 'v', 'IFEQ', 'x') @ \"\"",
                "REDIS_6_2 @ redis.call('GETDEL', KEYS[1]) @ \"\""
            })
    void whatTheTargetLacksIsFound(Target target, String script, String place) {
        assertThat(CommandChecked.places(ScriptRule.NOT_ON_TARGET, script, CommandChecked.on(target)))
                .isEqualTo(place);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "local e = redis.pcall('LMPOP', 1, KEYS[1], 'LEFT') if type(e) == 'table' then return 1 end",
                "local ok = pcall(redis.call, 'LMPOP', 1, KEYS[1], 'LEFT') return ok and 1 or 0",
                "local ok = pcall(function() return redis.call('LMPOP', 1, KEYS[1], 'LEFT') end) return ok and 1 or 0",
                "local function pop() return redis.call('LMPOP', 1, KEYS[1], 'LEFT') end "
                        + "local ok = pcall(pop) return ok and 1 or 0",
                "redis.pcall('EXPIRE', KEYS[1], 60, 'NX')"
            })
    void whereTheErrorIsCaughtItIsANote(String script) {
        assertThat(CommandChecked.findings(ScriptRule.NOT_ON_TARGET, script, CommandChecked.on(Target.REDIS_6_2)))
                .extracting(ScriptFinding::severity)
                .containsExactly(Severity.NOTE);
    }

    @Test
    void whereTheVersionIsLookedAtItIsANote() {
        String versioned = "if redis.REDIS_VERSION_NUM >= 0x00070400 then "
                + "redis.call('HPEXPIRE', KEYS[1], 10, 'FIELDS', 1, 'f') end";
        String valkey = "if server.SERVER_VERSION_NUM >= 0x00080100 then redis.call('SET', KEYS[1], 1, 'IFEQ', 2) end";

        assertThat(CommandChecked.findings(ScriptRule.NOT_ON_TARGET, versioned, Settings.DEFAULT))
                .extracting(ScriptFinding::severity)
                .containsExactly(Severity.NOTE);
        assertThat(CommandChecked.findings(ScriptRule.NOT_ON_TARGET, valkey, CommandChecked.on(Target.VALKEY_8_0)))
                .extracting(ScriptFinding::severity)
                .containsExactly(Severity.NOTE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pcall(redis.call, 'GET', KEYS[1]) redis.call('LMPOP', 1, KEYS[1], 'LEFT')",
                "local function pop() return redis.call('LMPOP', 1, KEYS[1], 'LEFT') end pcall(pop) return pop()"
            })
    void whereOneCallIsNotCaughtItIsAnError(String script) {
        assertThat(CommandChecked.findings(ScriptRule.NOT_ON_TARGET, script, CommandChecked.on(Target.REDIS_6_2)))
                .extracting(ScriptFinding::severity)
                .containsExactly(Severity.ERROR);
    }

    @Test
    void theMessageSaysSinceWhenAndWhere() {
        List<ScriptFinding> findings = CommandChecked.findings(
                ScriptRule.NOT_ON_TARGET, "redis.call('HTTL', KEYS[1], 'FIELDS', 1, 'f')", Settings.DEFAULT);

        assertThat(findings)
                .extracting(ScriptFinding::message)
                .containsExactly("redis-7.0 has no command HTTL, which came with Redis 7.4.0");
        assertThat(findings)
                .extracting(ScriptFinding::help)
                .containsExactly("it is on redis-7.4, redis-8.0; name the server you use as the target");
    }
}
