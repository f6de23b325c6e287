package dev.perigee.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Types that another processor generates are waited for; of those that never come, only the compiler speaks. */
class RoundsTest {

    private static final String METHODS = """
            @Key("a:{#x}") @RedisScript("get.lua") Generated get(String x);
            """;

    private final Generator generator = new Generator();

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path scripts;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "interface Shop { " + METHODS + " }",
                "interface Shop { record Holder(java.util.List<Generated> values) {} "
                        + "@Key(\"a:{#x}\") @RedisScript(\"get.lua\") Holder get(String x); }",
                "interface Shop extends Base {} interface Base { " + METHODS + " }",
                "interface Shop { record Order(Generated id) {} "
                        + "@Key(\"a:{#order.id}\") @RedisScript(\"get.lua\") String get(Order order); }",
            })
    void waitsForTypesThatComeInALaterRound(String source) throws IOException {
        assertThat(compile(source, new PerigeeProcessor(), generator)).succeededWithoutWarnings();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "interface Shop { " + METHODS + " }",
                "interface Shop { record Holder(Generated value) {} "
                        + "@Key(\"a:{#x}\") @RedisScript(\"get.lua\") Holder get(String x); }",
                "interface Shop { @Key(Missing.KEY) @RedisScript(\"get.lua\") String get(String x); }",
                "interface Shop { record Holder(long wait) {} "
                        + "@Key(\"a:{#x}\") @RedisScript(\"get.lua\") Holder get(String x); }",
            })
    void leavesTypesThatNeverComeToTheCompiler(String source) throws IOException {
        Compilation compilation = compile(source, new PerigeeProcessor());
        assertThat(compilation).failed();
        assertThat(compilation.diagnostics())
                .extracting((Diagnostic<?> diagnostic) -> diagnostic.getMessage(Locale.ROOT))
                .noneMatch(message -> message.contains("[PG"));
    }

    private Compilation compile(String source, AbstractProcessor... processors) throws IOException {
        Files.createDirectories(scripts.resolve("shop"));
        Files.writeString(scripts.resolve("shop/get.lua"), "return cjson.decode(redis.call('GET', KEYS[1]))");
        return javac().withProcessors(processors)
                .withOptions("-A" + PerigeeProcessor.SCRIPTS + "=" + scripts)
                .compile(JavaFileObjects.forSourceString(
                        "shop.Shop", "package shop; import dev.perigee.*; @RedisScript(\"shop\") " + source));
    }

    /** Generates an enum in the first round. */
    private static final class Generator extends AbstractProcessor {

        private boolean done;

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (!done) {
                done = true;
                try (Writer writer = processingEnv
                        .getFiler()
                        .createSourceFile("shop.Generated")
                        .openWriter()) {
                    writer.write("package shop; enum Generated { ONE }");
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            }
            return false;
        }
    }
}
