package dev.perigee.lua.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.diagnostics.Severity;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that may be of one command or another. */
class SeveralCommandsTest {

    private static List<String> errors(String script) {
        return Checked.findings(script, Settings.DEFAULT).stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(ScriptFinding::message)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "local c = table.remove(ARGV, 1) return redis.call(c, KEYS[1], ARGV[1])",
                "local t = {L = 'LPUSH', R = 'RPUSH'} return redis.call(t[ARGV[1]], KEYS[1], ARGV[2])",
                "return redis.call(string.match(ARGV[1], '^%a+'), KEYS[1])",
                "local c if ARGV[1] == 'l' then c = 'LLEN' elseif ARGV[1] == 's' then c = 'SCARD' end "
                        + "return redis.call(c, KEYS[1])",
                "local sorted = ARGV[1] == 'z' local c = sorted and 'ZRANGE' or 'SMEMBERS' "
                        + "if sorted then return redis.call(c, KEYS[1], 0, -1) end return redis.call(c, KEYS[1])",
                "for _, c in ipairs({{'ZADD', 1}, {'SADD'}}) do "
                        + "if c[2] then redis.call(c[1], KEYS[1], c[2], 'm') else redis.call(c[1], KEYS[1], 'm') end end"
            })
    void theCommandAndItsArgumentsMayGoTogether(String script) {
        assertThat(errors(script)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '"',
            value = {
                "local c = ARGV[1] == 'x' and 'GET' or 'HGTE' return redis.call(c, KEYS[1])"
                        + " @ there is no command HGTE",
                "local c = ARGV[1] == 'x' and 'GET' or 'STRLEN' return redis.call(c, KEYS[1], 1)"
                        + " @ GET takes 1 argument, and gets 2",
                "local c return redis.call(c, KEYS[1]) @ a command takes strings and numbers, and this is nil"
            })
    void whatIsWrongWithAllOfThemIsFound(String script, String message) {
        assertThat(errors(script)).containsExactly(message);
    }
}
