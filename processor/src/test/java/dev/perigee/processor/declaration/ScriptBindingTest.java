package dev.perigee.processor.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptBindingTest {

    @ParameterizedTest
    @CsvSource({
        "buy, buy",
        "addItem, add-item",
        "HTTPGet, http-get",
        "getHTTP, get-http",
        "getHTTPBody, get-http-body",
        "get2Items, get2-items",
        "get2items, get2items",
        "a_b, a-b",
        "add_Item, add-item",
        "ADD, add",
        "x, x",
        "aB, a-b",
        "vIP, v-ip",
        "IDs, i-ds",
        "größeÄndern, größeändern"
    })
    void writesMethodNamesInKebabCase(String method, String expected) {
        assertThat(ScriptBinding.kebabCase(method)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "scripts/sale, buyAll, scripts/sale/buy-all.lua",
        "scripts/sale/, buyAll, scripts/sale/buy-all.lua",
        "sale.lua, buyAll, sale.lua",
        "scripts/sale.lua, buyAll, scripts/sale.lua"
    })
    void bindsMethodsToFiles(String value, String method, String expected) {
        assertThat(ScriptBinding.of(value).ofMethod(method)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "scripts/sale, other.lua, scripts/sale/other.lua",
        "scripts/sale, deep/other.lua, scripts/sale/deep/other.lua",
        "scripts/sale, /other.lua, other.lua",
        "scripts/sale, /scripts/other.lua, scripts/other.lua",
        "scripts/sale.lua, other.lua, scripts/other.lua",
        "sale.lua, other.lua, other.lua"
    })
    void resolvesAMethodsOwnFile(String value, String own, String expected) {
        assertThat(ScriptBinding.of(value).resolve(own)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"sale.lua, ''", "scripts/sale.lua, scripts", "a/b/c.lua, a/b"})
    void aFileHasTheFolderItLiesIn(String value, String folder) {
        assertThat(ScriptBinding.of(value)).isEqualTo(new ScriptBinding(folder, Optional.of(value)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sale", "scripts/sale", "scripts/sale.lua", "a-b/c_d/e.f", "größe", ".hidden/x.lua"})
    void takesPathsAmongTheResources(String value) {
        assertThat(ScriptBinding.problem(value)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', names no folder",
        "' ', names no folder",
        "a\\b, backslash",
        "classpath:a, prefix",
        "classpath*:a, the character *",
        "a\tb, control character",
        "/a, slash",
        "a//b, empty",
        "./a, empty",
        "../a, empty",
        "a/.., empty"
    })
    void refusesWhatIsNoSuchPath(String value, String problem) {
        assertThat(ScriptBinding.problem(value)).contains(problem);
    }
}
