package dev.perigee.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the guide to Kotlin shows is what the module {@code kotlin} compiles and tries. */
class KotlinGuideTest {

    private static final Markdown GUIDE = Markdown.read(Path.of("kotlin.md"));
    private static final Path STOCK = Path.of("../kotlin/src/main/kotlin/dev/perigee/kotlin/Stock.kt");
    private static final Pattern VERSION = Pattern.compile("<version>(.*?)</version>");

    @Test
    void showsTheInterfaceThatIsTested() throws IOException {
        List<String> tested = Files.readAllLines(STOCK);
        Fence shown = GUIDE.fences().get(0);
        assertThat(shown.language()).isEqualTo("kotlin");
        assertThat(tested).containsAll(shown.text().lines().toList());
    }

    @Test
    void namesTheVersionsOfThisBuild() throws IOException {
        String parent = Files.readString(Path.of("../pom.xml"));
        List<String> named = VERSION.matcher(String.join("\n", GUIDE.lines()))
                .results()
                .map((MatchResult version) -> version.group(1))
                .toList();
        assertThat(named).hasSize(3).allMatch(version -> parent.contains(">" + version + "<"));
    }
}
