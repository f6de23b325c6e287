package dev.perigee.docs;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows compiles, and the compiler says what the README says it does. */
class ReadmeTest {

    private static final Markdown README = Markdown.read(Path.of("../README.md"));
    private static final String IMPORTS = """
            package shop;

            import dev.perigee.*;
            import dev.perigee.client.*;
            import io.lettuce.core.*;
            import shop.FlashSale.*;
            """;

    @Test
    void theInterfaceItsScriptAndItsUseCompile(@TempDir Path folder) {
        Project project = Project.of(folder, fences("lua"))
                .addSource("shop/FlashSale.java", IMPORTS + interfaceText())
                .addSource(
                        "shop/Use.java",
                        IMPORTS + "class Use {\n    void use() {\n"
                                + fences("java").get(1).text() + "    }\n}\n");
        assertThat(project.compile("-Xlint:all,-processing,-try", "-Werror")).succeededWithoutWarnings();
    }

    @Test
    void theMissingTagIsRefusedInTheseWords(@TempDir Path folder) {
        Project project = Project.of(folder, fences("lua"))
                .addSource("shop/FlashSale.java", IMPORTS + interfaceText().replace("sale:{#sku}:", "sale:#sku:"));
        List<String> said = withoutExcerpt(project.output(project.compile()));
        assertThat(withoutExcerpt(fences("text").get(0).text())).isEqualTo(said);
    }

    /** The compiler shows its line of the source, which the README lays out in another way. */
    private static List<String> withoutExcerpt(String output) {
        return output.lines()
                .filter(line -> line.contains("[PG") || line.startsWith("    KEYS") || line.startsWith("    help"))
                .map(line -> line.replaceFirst("^\\S*FlashSale\\.java:\\d+", "FlashSale.java"))
                .toList();
    }

    private static String interfaceText() {
        return fences("java").get(0).text();
    }

    private static List<Fence> fences(String language) {
        return README.fences().stream()
                .filter(fence -> fence.language().equals(language))
                .toList();
    }
}
