package dev.perigee.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The invokers and the manifest as they are generated, which compile without a warning. */
class InvokerTest {

    static Stream<Fixture> fixtures() {
        return Fixture.all("good");
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void generatesCodeThatReadsWell(Fixture fixture) throws IOException {
        Compilation compilation = javac().withProcessors(new PerigeeProcessor())
                .withOptions(Stream.concat(Stream.of("-Xlint:all,-processing", "-Werror"), fixture.options().stream())
                        .toList())
                .compile(fixture.sources());
        assertThat(compilation).succeededWithoutWarnings();
        for (JavaFileObject generated : compilation.generatedSourceFiles()) {
            String name = generated.getName().substring(generated.getName().lastIndexOf('/') + 1);
            compare(fixture, "expected/" + name, generated.getCharContent(false).toString());
        }
        JavaFileObject manifest = compilation.generatedFiles().stream()
                .filter(file -> file.getName().endsWith("META-INF/perigee/scripts.json"))
                .findFirst()
                .orElseThrow();
        compare(fixture, "expected/scripts.json", manifest.getCharContent(false).toString());
    }

    private static void compare(Fixture fixture, String file, String actual) {
        if (Fixture.REWRITE) {
            fixture.rewrite(file, actual);
        }
        assertThat(actual).isEqualTo(fixture.expected(file));
    }
}
