package dev.perigee.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

class PageTest {

    /** A page with something by hand around the results. */
    private static Path page(Path docs) throws IOException {
        return Files.writeString(
                docs.resolve("performance.md"),
                "By hand.\n\n" + Page.BEGIN + "\nlast year's\n" + Page.END + "\n\nAlso by hand.\n");
    }

    @Test
    void whatIsWrittenByHandStays(@TempDir Path docs) throws IOException {
        Path file = page(docs);
        Page page = new Page(docs);
        RunFile.write(SampleRun.RUN, page.file(17));
        page.update();
        String once = Files.readString(file);
        assertThat(once)
                .startsWith("By hand.\n\n" + Page.BEGIN + "\n\n## JDK 17\n")
                .endsWith("\n" + Page.END + "\n\nAlso by hand.\n")
                .doesNotContain("last year")
                .contains("| machine | an abacus |")
                .contains("![One call at a time: flash](performance/jdk-17-sync.svg)")
                .contains("| client | 1 thread | CPU | B/call | µs, 1 thread |")
                .contains("| **Perigee** | 1.20 | 0.83 | 650 | 9.88 / 1,235 |")
                .contains("<details><summary>2 KB</summary>");
        page.update();
        assertThat(file).hasContent(once);
    }

    @Test
    void eachJdkHasASection(@TempDir Path docs) throws IOException {
        Path file = page(docs);
        Page page = new Page(docs);
        RunFile.write(SampleRun.RUN, page.file(25));
        RunFile.write(SampleRun.RUN, page.file(17));
        page.update();
        assertThat(file).content().containsSubsequence("\n## JDK 17\n", "\n## JDK 25\n");
        assertThat(docs.resolve("performance/jdk-25-codec-time.svg")).exists();
    }

    @Test
    void plotsAreWellFormed(@TempDir Path docs) throws IOException, ParserConfigurationException, SAXException {
        page(docs);
        Page page = new Page(docs);
        RunFile.write(SampleRun.RUN, page.file(17));
        page.update();
        Element svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(docs.resolve("performance/jdk-17-sync.svg").toFile())
                .getDocumentElement();
        assertThat(svg.getTagName()).isEqualTo("svg");
        // The page, and a bar for each client.
        assertThat(svg.getElementsByTagName("rect").getLength()).isEqualTo(6);
        assertThat(svg.getElementsByTagName("line").getLength()).isEqualTo(1);
    }

    @Test
    void aPageWithoutAPlaceForResultsIsLeftAlone(@TempDir Path docs) throws IOException {
        Path file = Files.writeString(docs.resolve("performance.md"), "By hand.\n");
        assertThatThrownBy(() -> new Page(docs).update()).hasMessageContaining("has no place for results");
        assertThat(file).hasContent("By hand.\n");
    }
}
