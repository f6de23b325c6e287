package dev.perigee.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Links between the pages lead somewhere. */
class LinksTest {

    static Stream<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(""))) {
            List<Path> pages = files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !file.startsWith("target") && !file.startsWith("src"))
                    .sorted()
                    .toList();
            Stream<Path> above =
                    Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md").map(name -> Path.of("..", name));
            return Stream.concat(pages.stream(), above);
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void leadToFilesAndHeadingsThatExist(Path page) {
        Markdown markdown = Markdown.read(page);
        for (String link : markdown.links()) {
            if (link.startsWith("https://")) {
                continue;
            }
            int hash = link.indexOf('#');
            String file = hash < 0 ? link : link.substring(0, hash);
            Path target = file.isEmpty() ? page : page.resolveSibling(file).normalize();
            assertThat(target).as(link).exists();
            if (hash >= 0) {
                assertThat(Markdown.read(target).anchors()).as(link).contains(link.substring(hash + 1));
            }
        }
    }
}
