package dev.perigee.lua.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ScriptAssemblyTest {

    private static Assembly assemble(String text) {
        return ScriptAssembly.assemble(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Assembly assemble(String before, int... bytes) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(before.getBytes(StandardCharsets.UTF_8));
        for (int b : bytes) {
            file.write(b);
        }
        return ScriptAssembly.assemble(file.toByteArray());
    }

    @Test
    void theTextOfAFileIsKept() {
        AssembledScript script = (AssembledScript) assemble("return 'é日😀'\n");

        assertThat(script.text()).isEqualTo("return 'é日😀'\n");
        assertThat(script.bytes()).isEqualTo("return 'é日😀'\n".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theDigestIsThatOfTheBytes() {
        assertThat(assemble("return 1"))
                .isEqualTo(new AssembledScript("return 1", "e0e1f9fabfc9d4800c877a703b823ac0578ff8db"));
    }

    @Test
    void anEmptyFileIsAScript() {
        assertThat(assemble("")).isEqualTo(new AssembledScript("", "da39a3ee5e6b4b0d3255bfef95601890afd80709"));
    }

    @Test
    void linesThatEndInCarriageReturnAndLineFeedAreNormalised() {
        AssembledScript script = (AssembledScript) assemble("local a\r\nreturn a\r\n");

        assertThat(script.text()).isEqualTo("local a\nreturn a\n");
        assertThat(script).isEqualTo(assemble("local a\nreturn a\n"));
    }

    @Test
    void aCarriageReturnAloneIsKept() {
        assertThat(((AssembledScript) assemble("a = 1\rb = '\n\r'")).text()).isEqualTo("a = 1\rb = '\n\r'");
    }

    @Test
    void aByteThatIsNotUtf8IsNamedWithItsPlace() {
        UnreadableScript script = (UnreadableScript) assemble("local a\r\nreturn 'é", 0xe9, '\'');

        assertThat(script.problem()).isEqualTo("byte 0xe9 is not UTF-8");
        assertThat(script.line()).isEqualTo(2);
        assertThat(script.column()).isEqualTo(10);
        assertThat(script.offset()).isEqualTo(19);
    }

    @Test
    void aCharacterThatIsCutOffIsNotUtf8() {
        UnreadableScript script = (UnreadableScript) assemble("x", 0xe6, 0x97);

        assertThat(script.offset()).isEqualTo(1);
        assertThat(script.column()).isEqualTo(2);
    }

    @Test
    void overlongFormsAndSurrogatesAreNotUtf8() {
        assertThat(assemble("", 0xc0, 0x80)).isInstanceOf(UnreadableScript.class);
        assertThat(assemble("", 0xed, 0xa0, 0x80)).isInstanceOf(UnreadableScript.class);
        assertThat(assemble("", 0xff)).isInstanceOf(UnreadableScript.class);
    }

    @Test
    void aByteOrderMarkIsAProblemAtTheStartOnly() {
        UnreadableScript script = (UnreadableScript) assemble("\ufeffreturn 1");

        assertThat(script.problem()).contains("byte order mark");
        assertThat(script.line()).isEqualTo(1);
        assertThat(script.column()).isEqualTo(1);
        assertThat(script.offset()).isZero();
        assertThat(assemble("return '\ufeff'")).isInstanceOf(AssembledScript.class);
    }
}
