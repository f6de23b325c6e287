package dev.perigee.docs;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page about types: its snippets compile together without a finding, and its table is that of the contract suite. */
class TypesTest {

    private static final Markdown PAGE = Markdown.read(Path.of("types.md"));
    private static final Path ROWS = Path.of("../processor/src/test/java/dev/perigee/processor/contract/Rows.java");
    private static final String IMPORTS = """
            package shop;

            import dev.perigee.*;
            import dev.perigee.client.*;
            import dev.perigee.codec.*;
            import dev.perigee.jackson.*;
            import io.lettuce.core.RedisClient;
            import java.nio.charset.StandardCharsets;
            import java.time.*;
            import java.util.*;
            import java.util.concurrent.*;
            import reactor.core.publisher.*;

            """;
    private static final Pattern INTERFACE = Pattern.compile("(?m)^interface (\\w+)");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern ROW = Pattern.compile("Row\\.\\w+\\(\\s*\"([^\"]+)\"");

    /** What the table says in words, by a type in the rows. */
    private static final Map<String, String> SAID = Map.of(
            "an enum", "Level",
            "a record", "Point",
            "a sealed interface", "Sale",
            "any type with `@Json`", "@Json Point",
            "any type with `@Codec`", "Money");

    /** Nothing to compare, and what is not a type of its own. */
    private static final Set<String> WITHOUT_ROWS = Set.of("void", "Void", "@Nullable", "?", "@Json", "@Codec");

    @Test
    void compiles(@TempDir Path folder) {
        Project project = Project.of(folder, PAGE.fences());
        for (Fence fence : PAGE.fences()) {
            if (fence.isStatements()) {
                String name = "Line" + fence.line();
                project.addSource("shop/" + name + ".java", fence.inMethod(name, IMPORTS));
            } else if (fence.language().equals("java")) {
                project.addSource("shop/" + nameOf(fence) + ".java", IMPORTS + fence.text());
            }
        }
        assertThat(project.compile("-Xlint:all,-processing,-try", "-Werror")).succeededWithoutWarnings();
    }

    private static String nameOf(Fence fence) {
        return INTERFACE
                .matcher(fence.text())
                .results()
                .findFirst()
                .map(found -> found.group(1))
                .orElseThrow(() -> new IllegalStateException("no interface in line " + fence.line()));
    }

    @Test
    void everySnippetIsOfALanguageThatIsChecked() {
        assertThat(PAGE.fences()).extracting(Fence::language).containsOnly("java", "lua");
        assertThat(PAGE.fences())
                .filteredOn(fence -> fence.language().equals("lua"))
                .allMatch(fence -> !fence.file().isEmpty());
    }

    @Test
    void everyTypeOfTheTableIsTriedInEveryWay() throws IOException {
        Set<String> tried = ROW.matcher(Files.readString(ROWS))
                .results()
                .map(row -> row.group(1))
                .collect(Collectors.toSet());
        List<String> types = types();
        assertThat(types).hasSizeGreaterThan(20);
        for (String type : types) {
            String name = type.replaceFirst("<.*>", "").replace("T[]", "String[]");
            assertThat(tried)
                    .as(type)
                    .anyMatch(row -> row.equals(name) || row.startsWith(name + "<") || row.contains("<" + name));
        }
    }

    /** The types in the first column, those said in words by a type of the rows. */
    private static List<String> types() {
        int head = PAGE.lines().indexOf("| Java type | as an argument | from a reply |");
        return PAGE.lines().stream()
                .skip(head + 2L)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.split("\\|", -1)[1].strip())
                .flatMap(cell -> SAID.keySet().stream().anyMatch(cell::startsWith)
                        ? SAID.entrySet().stream()
                                .filter(words -> cell.startsWith(words.getKey()))
                                .map(Map.Entry::getValue)
                        : CODE.matcher(cell).results().map(code -> code.group(1)))
                .filter(type -> !WITHOUT_ROWS.contains(type))
                .toList();
    }
}
