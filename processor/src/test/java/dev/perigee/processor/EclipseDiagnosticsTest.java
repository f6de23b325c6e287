package dev.perigee.processor;

import static org.assertj.core.api.Assertions.assertThat;

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

    private static final Pattern COLUMN = Pattern.compile("(?m)^(\\w+\\.java:\\d+):\\d+:");

    static Stream<Fixture> fixtures() {
        return Fixture.all("bad");
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void saysTheSame(Fixture fixture, @TempDir Path output) {
        String actual = fixture.describe(compile(fixture, output));
        assertThat(COLUMN.matcher(actual).replaceAll("$1:"))
                .isEqualTo(COLUMN.matcher(fixture.expected("expected.txt")).replaceAll("$1:"));
    }

    private List<javax.tools.Diagnostic<? extends JavaFileObject>> compile(Fixture fixture, Path output) {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        EclipseCompiler compiler = new EclipseCompiler();
        StandardJavaFileManager files = compiler.getStandardFileManager(diagnostics, null, null);
        JavaCompiler.CompilationTask task = compiler
                .getTask(
                        null,
                        files,
                        diagnostics,
                        List.of(
                                "--release", "17",
                                "-nowarn",
                                "-proc:only",
                                "-d", output.toString(),
                                "-classpath", System.getProperty("java.class.path"),
                                fixture.option()),
                        null,
                        files.getJavaFileObjectsFromPaths(fixture.sourceFiles()));
        task.setProcessors(List.of(new PerigeeProcessor()));
        task.call();
        return new ArrayList<>(diagnostics.getDiagnostics());
    }
}
