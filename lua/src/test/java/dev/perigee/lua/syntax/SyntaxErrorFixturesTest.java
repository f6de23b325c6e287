package dev.perigee.lua.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each {@code .lua} file of {@code src/test/resources/syntax/errors} has exactly the errors of the {@code .txt} file beside
 * it. {@code -Dperigee.rewrite=true} rewrites those.
 */
class SyntaxErrorFixturesTest {
    private static final Path FOLDER = Path.of("src/test/resources/syntax/errors");

    static List<Path> fixtures() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".lua"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void errorsAreAsExpected(Path script) throws IOException {
        String actual = report(Files.readString(script));
        Path expected = Path.of(script.toString().replace(".lua", ".txt"));
        if (Boolean.getBoolean("perigee.rewrite")) {
            Files.writeString(expected, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(expected)).isNotEmpty();
    }

    @Test
    void everyExpectationHasItsScript() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.filter(file -> file.toString().endsWith(".txt")))
                    .allMatch(file -> Files.exists(Path.of(file.toString().replace(".txt", ".lua"))));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String report(String script) {
        SourceText source = new SourceText("", script);
        StringBuilder report = new StringBuilder();
        for (SyntaxError error : LuaParser.parse(script).errors()) {
            int start = error.span().start();
            int line = source.line(start);
            String text = source.lineText(line);
            int column = source.column(start);
            int end = Math.min(column - 1 + error.span().end() - start, text.length());
            report.append(line).append(':').append(column).append(": ").append(error.message());
            report.append("\n  ").append(text.replace('\t', ' ')).append('\n');
            report.append("  ").append(" ".repeat(column - 1));
            report.append("^".repeat(Math.max(1, end - column + 1))).append('\n');
            if (error.help() != null) {
                report.append("  help: ").append(error.help()).append('\n');
            }
        }
        return report.toString();
    }
}
