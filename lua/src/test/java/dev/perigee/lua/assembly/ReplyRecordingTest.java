package dev.perigee.lua.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.lua.syntax.LuaParser;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyRecordingTest {

    private static AssembledScript script(String text) {
        return (AssembledScript) ScriptAssembly.assemble(text.getBytes(StandardCharsets.UTF_8));
    }

    private static RecordingScript recording(String text) {
        return ReplyRecording.around(script(text), Duration.ofHours(24));
    }

    @Test
    void theScriptKeepsItsLines() {
        assertThat(recording("local a = 1\nreturn a\n").script().text())
                .startsWith("local body = function() local a = 1\nreturn a\n\nend\n");
    }

    @Test
    void aShebangStaysFirst() {
        assertThat(recording("#!lua flags=allow-oom\nreturn 1").script().text())
                .startsWith("#!lua flags=allow-oom\nlocal body = function() return 1\nend\n");
    }

    @Test
    void aFunctionTakesVarargsOnlyWhereTheScriptMayReadThem() {
        assertThat(recording("return ...").script().text()).startsWith("local body = function(...) return ...\n");
    }

    @Test
    void theDigestIsThatOfTheWholeText() {
        RecordingScript recording = recording("return 1");

        assertThat(recording.script()).isEqualTo(script(recording.script().text()));
        assertThat(recording.head() + "return 1" + recording.tail())
                .isEqualTo(recording.script().text());
    }

    @Test
    void whatIsAScriptsOwnStandsBeforeWhatIsCommon() {
        assertThat(recording("return 1").tail())
                .isEqualTo("\nend\nlocal remember, sha = '86400000', 'e0e1f9fabfc9d4800c877a703b823ac0578ff8db'\n"
                        + ReplyRecording.COMMON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "return", "return;", "-- a comment", "return 1 --[[ another ]]", "#!lua\n", "local body = 1"
            })
    void theWholeIsAScriptWhateverTheFileEndsIn(String text) {
        String wrapped = recording(text).script().text();

        assertThat(LuaParser.parse(wrapped).errors()).isEmpty();
    }
}
