package dev.perigee.docs;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Every snippet of the guide, all together in one project, compiles without a finding. */
class GettingStartedTest {

    private static final Markdown GUIDE = Markdown.read(Path.of("getting-started.md"));
    private static final Pattern VERSION = Pattern.compile("<version>(.*?)</version>");
    private static final Pattern COMPILER_PLUGIN_VERSION =
            Pattern.compile("<maven-compiler-plugin.version>(.*?)</maven-compiler-plugin.version>");
    private static final String IMPORTS = """
            package shop;

            import dev.perigee.client.*;
            import dev.perigee.error.*;
            import io.lettuce.core.*;
            import io.lettuce.core.cluster.*;
            import java.util.concurrent.*;

            """;

    @Test
    void compiles(@TempDir Path folder) {
        Project project = Project.of(folder, GUIDE.fences());
        for (Fence fence : GUIDE.fences()) {
            if (fence.language().equals("java") && fence.file().isEmpty()) {
                String name = "Line" + fence.line();
                project.addSource("shop/" + name + ".java", fence.inMethod(name, IMPORTS));
            }
        }
        assertThat(project.compile("-Xlint:all,-processing,-try", "-Werror")).succeededWithoutWarnings();
    }

    @Test
    void everySnippetIsOfALanguageThatIsChecked() {
        assertThat(GUIDE.fences()).extracting(Fence::language).containsOnly("java", "lua", "xml", "groovy");
        assertThat(GUIDE.fences())
                .filteredOn(fence -> fence.language().equals("lua"))
                .allMatch(fence -> !fence.file().isEmpty());
    }

    @Test
    void theXmlIsWellFormed() throws IOException, SAXException, ParserConfigurationException {
        for (Fence fence : GUIDE.fences()) {
            if (fence.language().equals("xml")) {
                InputSource xml = new InputSource(new StringReader("<project>" + fence.text() + "</project>"));
                assertThat(DocumentBuilderFactory.newInstance()
                                .newDocumentBuilder()
                                .parse(xml)
                                .getDocumentElement()
                                .hasChildNodes())
                        .isTrue();
            }
        }
    }

    /** And that of the compiler plugin, since the one that Maven 3.8 takes by itself knows no release. */
    @Test
    void namesTheVersionsOfThisBuild() throws IOException {
        String parent = Files.readString(Path.of("../pom.xml"));
        List<String> named = Pattern.compile("\\d+\\.\\d+\\.\\d+(?:-\\w+)?")
                .matcher(String.join("\n", GUIDE.lines()))
                .results()
                .map(found -> found.group())
                .distinct()
                .toList();
        assertThat(named).containsExactlyInAnyOrder(first(VERSION, parent), first(COMPILER_PLUGIN_VERSION, parent));
    }

    private static String first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
