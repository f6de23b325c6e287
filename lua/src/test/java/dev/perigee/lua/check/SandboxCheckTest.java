package dev.perigee.lua.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.lua.commands.Target;
import dev.perigee.lua.diagnostics.ScriptRule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxCheckTest {

    private static String places(String script, Target target) {
        return CommandChecked.places(ScriptRule.NOT_IN_SANDBOX, script, CommandChecked.on(target));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "local unpack = table.unpack or unpack return redis.call('DEL', unpack(KEYS))",
                "local unpack = unpack or table.unpack return redis.call('DEL', unpack(KEYS))",
                "local t = table local unpack = t.unpack and t.unpack or unpack return unpack(KEYS)",
                "if table.unpack then return table.unpack(KEYS) end return unpack(KEYS)",
                "if not table.unpack then return unpack(KEYS) end return table.unpack(KEYS)",
                "if not (table['unpack']) then return unpack(KEYS) end return 1",
                "if redis.acl_check_cmd then return redis.acl_check_cmd('GET', KEYS[1]) end return true",
                "if ARGV[1] and redis.acl_check_cmd then return redis.acl_check_cmd('GET', KEYS[1]) end",
                "if redis.acl_check_cmd == nil then return 1 end return redis.acl_check_cmd('GET', KEYS[1])",
                "if nil ~= redis.acl_check_cmd then return redis.acl_check_cmd('GET', KEYS[1]) end",
                "if type(table.unpack) == 'function' then return table.unpack(KEYS) end return unpack(KEYS)",
                "if type(table.unpack) == 'nil' then return unpack(KEYS) end return table.unpack(KEYS)",
                "return redis.REDIS_VERSION_NUM and redis.REDIS_VERSION_NUM >= 0x00070000",
                "if redis.acl_check_cmd then local f = function() return redis.acl_check_cmd('GET', KEYS[1]) end "
                        + "return pcall(f) end",
                "local f if table.unpack then f = function(t) return table.unpack(t) end else f = unpack end return f(KEYS)",
                "while redis.acl_check_cmd do if redis.acl_check_cmd('GET', KEYS[1]) then break end end"
            })
    void whatIsOnlyTestedMayBeMissing(String script) {
        assertThat(places(script, Target.REDIS_6_2)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '"',
            value = {
                "return table.unpack(KEYS) @ table.unpack",
                "local f = table.unpack return f @ table.unpack",
                "if table.unpack then return 1 end return table.unpack(KEYS) @ table.unpack",
                "if table.unpack then return 1 else return table.unpack(KEYS) end @ table.unpack",
                "if table.unpack then local x = 1 end return table.unpack(KEYS) @ table.unpack",
                "if table.unpack == nil then return table.unpack(KEYS) end @ table.unpack",
                "return table.unpack and table.pack(KEYS) @ table.pack",
                "return table.unpack or table.unpack(KEYS) @ table.unpack",
                "return ARGV[1] and table.unpack @ table.unpack",
                "if redis.acl_check_cmd('GET', KEYS[1]) then return 1 end @ redis.acl_check_cmd",
                "if redis.REDIS_VERSION_NUM >= 0x00070000 then return 1 end @ redis.REDIS_VERSION_NUM",
                "if type(table.unpack(KEYS)) == 'table' then return 1 end @ table.unpack"
            })
    void whatIsUsedMayNot(String script, String place) {
        assertThat(places(script, Target.REDIS_6_2)).isEqualTo(place);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '"',
            value = {
                "local api = server or redis return api.call('GET', KEYS[1]) @ PG607",
                "if os then return 1 end @ PG607",
                "table.unpack = table.unpack or unpack return table.unpack(KEYS) @ PG608",
                "if not table.unpack then table.unpack = unpack end @ PG608"
            })
    void aMissingGlobalAndAnAssignmentRaiseAnErrorAllTheSame(String script, String code) {
        assertThat(Checked.codes(script, Settings.DEFAULT)).containsExactly(code);
    }
}
