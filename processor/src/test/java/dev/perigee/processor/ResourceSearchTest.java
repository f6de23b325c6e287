package dev.perigee.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Scripts are found without an option where Maven, Gradle, Eclipse and plain compilers have them. */
class ResourceSearchTest {

    private static final String SOURCE = """
            package shop;

            import dev.perigee.Key;
            import dev.perigee.RedisScript;

            @RedisScript("scripts/cart")
            interface Cart {

                @Key("cart:#user")
                long count(String user);
            }
            """;

    private static final String SCRIPT = "return redis.call('SCARD', KEYS[1])\n";
    private static final String NAME = "scripts/cart/count.lua";

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path project;

    private Path source = Path.of("");

    static Stream<JavaCompiler> compilers() {
        return Stream.of(ToolProvider.getSystemJavaCompiler(), new EclipseCompiler());
    }

    @BeforeEach
    void writeTheInterface() throws IOException {
        source = write("src/main/java/shop/Cart.java", SOURCE);
    }

    @ParameterizedTest
    @CsvSource({
        "target/classes, src/main/resources",
        "target/test-classes, src/test/resources",
        "target/test-classes, src/main/resources",
        "build/classes/java/main, src/main/resources",
        "build/classes/java/test, src/test/resources",
        "build/classes/java/functionalTest, src/functionalTest/resources",
        "bin/main, src/main/resources",
        "bin/test, src/test/resources",
    })
    void findsThemInTheSourceTreeOfABuildTool(String output, String resources) throws IOException {
        write(resources + "/" + NAME, SCRIPT);
        assertThat(compile(ToolProvider.getSystemJavaCompiler(), output, List.of()))
                .isEmpty();
        assertThat(project.resolve(output).resolve("shop/CartInvoker.class")).exists();
        assertThat(project.resolve(output).resolve("META-INF/perigee/scripts.json"))
                .exists();
    }

    @ParameterizedTest
    @MethodSource("compilers")
    void findsThemInTheClassOutput(JavaCompiler compiler) throws IOException {
        write("out/" + NAME, SCRIPT);
        assertThat(compile(compiler, "out", List.of())).isEmpty();
        assertThat(project.resolve("out/shop/CartInvoker.class")).exists();
    }

    @ParameterizedTest
    @MethodSource("compilers")
    void findsThemOnTheClassPath(JavaCompiler compiler) throws IOException {
        write("library/" + NAME, SCRIPT);
        assertThat(compile(compiler, "out", List.of(), project.resolve("library")))
                .isEmpty();
        assertThat(project.resolve("out/shop/CartInvoker.class")).exists();
    }

    @ParameterizedTest
    @MethodSource("compilers")
    void findsThemInFoldersThatAnOptionNames(JavaCompiler compiler) throws IOException {
        write("elsewhere/" + NAME, SCRIPT);
        assertThat(compile(compiler, "out", List.of("-Aperigee.scripts=" + project.resolve("elsewhere"))))
                .isEmpty();
        assertThat(project.resolve("out/shop/CartInvoker.class")).exists();
    }

    @Test
    void prefersTheSourceTreeToAnOlderCopyInTheClassOutput() throws IOException {
        write("target/classes/" + NAME, "this is no Lua\n");
        write("src/main/resources/" + NAME, SCRIPT);
        assertThat(compile(ToolProvider.getSystemJavaCompiler(), "target/classes", List.of()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("compilers")
    void listsThePlacesItLookedIn(JavaCompiler compiler) throws IOException {
        Files.createDirectories(project.resolve("src/main/resources"));
        assertThat(compile(compiler, "target/classes", List.of()))
                .contains("[PG106] count: there is no script scripts/cart/count.lua")
                .contains("the class output, the source path, the class path");
    }

    @Test
    void saysToGradleThatItsOutputDependsOnAllInterfaces() throws IOException {
        try (var in =
                PerigeeProcessor.class.getResourceAsStream("/META-INF/gradle/incremental.annotation.processors")) {
            assertThat(in).isNotNull().hasContent(PerigeeProcessor.class.getName() + ",aggregating");
        }
    }

    private Path write(String path, String content) throws IOException {
        Path file = project.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private String compile(JavaCompiler compiler, String output, List<String> options, Path... classPath)
            throws IOException {
        Path folder = Files.createDirectories(project.resolve(output));
        String path = Stream.concat(
                        Stream.of(classPath).map(Path::toString), Stream.of(System.getProperty("java.class.path")))
                .collect(Collectors.joining(java.io.File.pathSeparator));
        List<String> arguments = new ArrayList<>(
                List.of("--release", "17", "-d", folder.toString(), "-s", folder.toString(), "-classpath", path));
        arguments.addAll(options);
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
            JavaCompiler.CompilationTask task = compiler.getTask(
                    Writer.nullWriter(), files, diagnostics, arguments, null, files.getJavaFileObjects(source));
            task.setProcessors(List.of(new PerigeeProcessor()));
            task.call();
        }
        return diagnostics.getDiagnostics().stream()
                .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
                .filter(message -> message.contains("PG"))
                .collect(Collectors.joining("\n"));
    }
}
