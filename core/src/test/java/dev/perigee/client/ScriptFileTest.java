package dev.perigee.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.invoke.Script;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

    @Test
    void hashesTheTextThatWouldBeSent() {
        ScriptFile file = ScriptFile.of("return '\u00e9'".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(file.sha1())
                .isEqualTo(ScriptFile.of(file.text().getBytes(StandardCharsets.UTF_8))
                        .sha1());
    }

    @Test
    void isCurrentIfOneOfSeveralOfItsPathIs(@TempDir Path folder) throws IOException {
        for (String library : List.of("other", "own")) {
            Path script = folder.resolve(library).resolve("scripts/buy.lua");
            Files.createDirectories(script.getParent());
            Files.writeString(script, "return '" + library + "'");
        }
        URL[] path = {
            folder.resolve("other").toUri().toURL(),
            folder.resolve("own").toUri().toURL()
        };
        try (URLClassLoader loader = new URLClassLoader(path, null)) {
            Class<?> type = Proxy.newProxyInstance(loader, new Class<?>[0], (proxy, method, arguments) -> null)
                    .getClass();
            Script own = Script.of(
                    "Shop.buy",
                    "scripts/buy.lua",
                    ScriptFile.of("return 'own'".getBytes(StandardCharsets.UTF_8))
                            .sha1(),
                    0,
                    0,
                    "return 'own'");
            assertThat(new StaleScriptCheck(StaleScripts.FAIL).check(type, own)).isSameAs(own);
            assertThat(new StaleScriptCheck(StaleScripts.RELOAD).check(type, own))
                    .isSameAs(own);
        }
    }
}
