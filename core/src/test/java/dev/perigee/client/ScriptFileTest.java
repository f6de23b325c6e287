package dev.perigee.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptFileTest {

    @ParameterizedTest
    @ValueSource(strings = {"return 1\nx\n", "return 1\r\nx\r\n", "return 1\r\nx\n"})
    void isTheSameWhateverItsNewlines(String text) {
        ScriptFile file = ScriptFile.of(text.getBytes(StandardCharsets.UTF_8));
        assertThat(file.text()).isEqualTo("return 1\nx\n");
        assertThat(file.sha1()).isEqualTo("ecb288f809465e32deb02287ff97b90f5078895e");
    }

    @Test
    void keepsACarriageReturnOfItsOwn() {
        assertThat(ScriptFile.of(new byte[] {'a', '\r', 'b', '\r'}).text()).isEqualTo("a\rb\r");
    }
}
