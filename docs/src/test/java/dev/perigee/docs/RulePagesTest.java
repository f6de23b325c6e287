package dev.perigee.docs;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.perigee.lua.diagnostics.Rule;
import dev.perigee.processor.diagnostics.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule has a page, and what the page shows is what the compiler says. */
class RulePagesTest {

    /** The compiler's output is written into the pages instead of compared with {@code -Dperigee.docs.rewrite=true}. */
    private static final boolean REWRITE = Boolean.getBoolean("perigee.docs.rewrite");

    private static final Pattern CODE = Pattern.compile("(?m)(?:^|: )(?:error|warning|note|Note): (?:\\[(\\w+)\\])?");

    static Stream<RulePage> pages() {
        return Rules.all().stream().map(RulePage::of);
    }

    static Stream<RulePage> suppressiblePages() {
        return pages().filter(page -> !page.below("Suppressing").isEmpty());
    }

    @Test
    void everyPageHasARule() throws IOException {
        try (Stream<Path> files = Files.list(RulePage.FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> !name.equals("README.md")))
                    .containsExactlyInAnyOrderElementsOf(Rules.all().stream()
                            .map(rule -> rule.code() + ".md")
                            .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void saysHowSevereTheRuleIsAndWhetherItCanBeSuppressed(RulePage page) {
        assertThat(page.markdown().lines().get(0)).startsWith("# " + page.rule().code() + ": ");
        assertThat(page.markdown().lines().get(2)).isEqualTo(page.summary());
        assertThat(page.markdown().lines().contains("## Suppressing"))
                .isEqualTo(page.rule().suppression() == Rule.Suppression.WITH_REASON);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void showsWhatTheCompilerSaysOfTheWrongExample(RulePage page, @TempDir Path folder) {
        Project project = Project.of(folder, page.below("Wrong"));
        String output = project.output(project.compile(page.options(true).toArray(String[]::new)));
        if (REWRITE) {
            page.markdown().rewrite(page.output(), output);
        } else {
            assertThat(page.output().text()).isEqualTo(output);
        }
        assertThat(codes(output)).containsOnlyOnceElementsOf(page.codes()).hasSameSizeAs(page.codes());
    }

    /** The code of each finding; none for a diagnostic that is not Perigee's. */
    private static List<String> codes(String output) {
        return CODE.matcher(output)
                .results()
                .map((MatchResult finding) -> finding.group(1) == null ? "none" : finding.group(1))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void findsNothingInTheRightExample(RulePage page, @TempDir Path folder) {
        assertClean(Project.of(folder, page.below("Right")), page);
    }

    @ParameterizedTest
    @MethodSource("suppressiblePages")
    void findsNothingWhereItIsSuppressed(RulePage page, @TempDir Path folder) {
        List<Fence> example = page.below("Suppressing");
        assertClean(Project.of(folder, example), page);
        assertThat(example)
                .anyMatch(fence -> fence.text()
                                .contains("code = \"" + page.rule().code() + "\"")
                        || fence.text().contains("perigee: allow " + page.rule().code() + " "));
    }

    private static void assertClean(Project project, RulePage page) {
        assertThat(project.hasSources()).isTrue();
        Compilation compilation = project.compile(
                Stream.concat(Stream.of("-Xlint:all,-processing", "-Werror"), page.options(false).stream())
                        .toArray(String[]::new));
        assertThat(compilation).succeededWithoutWarnings();
    }

    @Test
    void theIndexListsExactlyTheRules() {
        List<String> rows = Markdown.read(RulePage.FOLDER.resolve("README.md")).lines().stream()
                .filter(line -> line.startsWith("| [PG"))
                .toList();
        assertThat(rows)
                .containsExactlyElementsOf(pages().map(page -> "| [" + page + "](" + page + ".md) | " + page.severity()
                                + " | " + page.suppression() + " | " + page.title() + " |")
                        .toList());
    }
}
