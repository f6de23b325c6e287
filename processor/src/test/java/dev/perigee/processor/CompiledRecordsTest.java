package dev.perigee.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records of another module say what they say in their sources. */
class CompiledRecordsTest {

    private static final JavaFileObject RECORD = JavaFileObjects.forSourceString("stock.Order", """
            package stock;

            import dev.perigee.*;
            import java.time.Instant;
            import java.time.temporal.ChronoUnit;
            import java.util.List;

            public record Order(
                    @Nullable @Arg(absent = "-") String note,
                    @Arg(count = true) List<String> tags,
                    @Arg(unit = ChronoUnit.MILLIS) Instant at,
                    @Json Object data,
                    Level level) {

                public enum Level { @Code("l") LOW, @Code("h") HIGH }

                public @interface Nullable {}
            }
            """);

    private static final JavaFileObject INTERFACE = JavaFileObjects.forSourceString("shop.Shop", """
            package shop;

            import dev.perigee.*;
            import stock.Order;

            @RedisScript("scripts")
            public interface Shop {

                void place(Order order);
            }
            """);

    @Test
    void readsTheirAnnotations(@TempDir Path folder) throws IOException {
        Path classes = folder.resolve("classes");
        for (JavaFileObject file : javac().compile(RECORD).generatedFiles()) {
            Path path = classes.resolve(file.getName().substring("/CLASS_OUTPUT/".length()));
            Files.createDirectories(path.getParent());
            try (InputStream in = file.openInputStream()) {
                Files.copy(in, path);
            }
        }
        Files.createDirectories(folder.resolve("scripts"));
        Files.writeString(folder.resolve("scripts/place.lua"), "return #ARGV");
        List<File> classpath = Stream.concat(
                        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)),
                        Stream.of(classes.toString()))
                .map(File::new)
                .toList();
        Compilation compilation = javac().withProcessors(new PerigeeProcessor())
                .withClasspath(classpath)
                .withOptions("-Xlint:all,-processing,-path", "-Werror", "-A" + PerigeeProcessor.SCRIPTS + "=" + folder)
                .compile(INTERFACE);
        assertThat(compilation).succeededWithoutWarnings();
        assertThat(compilation)
                .generatedFile(StandardLocation.SOURCE_OUTPUT, "shop/ShopInvoker.java")
                .contentsAsUtf8String()
                .contains("""
                                argv.name("note").addNullable(value.note(), "-", ArgumentBuffer::add);
                                argv.name("tags").addAll(value.tags(), true, ArgumentBuffer::add);
                                argv.name("at").add(value.at(), ChronoUnit.MILLIS);
                                argv.name("data").addJson(value.data(), OBJECT_JSON);
                                argv.name("level").add(value.level(), LEVEL_CODES);
                        """);
    }
}
