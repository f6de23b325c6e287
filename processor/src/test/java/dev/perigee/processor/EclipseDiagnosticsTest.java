package dev.perigee.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same findings from Eclipse's compiler, whose element model and file manager are others. */
class EclipseDiagnosticsTest {

    private static final Pattern PLACE = Pattern.compile("(?m)^(?:\\w+\\.java:\\d+:\\d+: )?(?:error|warning|note): ");
    private static final Pattern INDENT = Pattern.compile("(?m)^ +");

    static Stream<Fixture> fixtures() {
        return Fixture.all("bad");
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void saysTheSame(Fixture fixture, @TempDir Path output) {
        assertThat(findings(fixture.describe(compile(fixture, output))))
                .isEqualTo(findings(fixture.expected("expected.txt")));
    }

    static Stream<Fixture> cleanFixtures() {
        return Fixture.all("good");
    }

    @ParameterizedTest
    @MethodSource("cleanFixtures")
    void findsNothingWhereTheOtherCompilerDoesNot(Fixture fixture, @TempDir Path output) {
        assertThat(findings(fixture.describe(compile(fixture, output)))).isEmpty();
    }

    /** Without the places, since this compiler points at other characters, and indents no further lines. */
    private static List<String> findings(String described) {
        return PLACE.splitAsStream(described)
                .filter(finding -> finding.startsWith("[PG"))
                .map(finding -> INDENT.matcher(finding).replaceAll("").strip())
                .sorted()
                .toList();
    }

    private List<javax.tools.Diagnostic<? extends JavaFileObject>> compile(Fixture fixture, Path output) {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        EclipseCompiler compiler = new EclipseCompiler();
        StandardJavaFileManager files = compiler.getStandardFileManager(diagnostics, null, null);
        JavaCompiler.CompilationTask task = compiler.getTask(
                Writer.nullWriter(),
                files,
                diagnostics,
                Stream.concat(
                                Stream.of(
                                        "--release",
                                        "17",
                                        "-proc:only",
                                        "-s",
                                        output.toString(),
                                        "-d",
                                        output.toString(),
                                        "-classpath",
                                        System.getProperty("java.class.path")),
                                fixture.options().stream())
                        .toList(),
                null,
                files.getJavaFileObjectsFromPaths(fixture.sourceFiles()));
        task.setProcessors(List.of(new PerigeeProcessor()));
        task.call();
        return new ArrayList<>(diagnostics.getDiagnostics());
    }
}
