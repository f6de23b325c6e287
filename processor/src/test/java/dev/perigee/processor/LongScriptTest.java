package dev.perigee.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts that are longer than a string constant of a class file compile. */
class LongScriptTest {

    @ParameterizedTest
    @ValueSource(strings = {"-- a line\n", "\n", "-- \ud83c\udf19 \"quoted\" \\ \t", "--[==[ ]==] "})
    void compilesScriptsOfAnyLength(String piece, @TempDir Path folder) throws IOException {
        String comment = piece.repeat(200_000 / piece.length());
        Files.writeString(folder.resolve("next.lua"), "return redis.call('INCR', KEYS[1]) " + comment);

        Compilation compilation = javac().withProcessors(new PerigeeProcessor())
                .withOptions("-Aperigee.scripts=" + folder)
                .compile(JavaFileObjects.forSourceString("Counter", """
                        import dev.perigee.Key;
                        import dev.perigee.RedisScript;

                        @RedisScript("next.lua")
                        interface Counter {
                            @Key("count:#id")
                            long next(String id);
                        }
                        """));

        assertThat(compilation).succeededWithoutWarnings();
    }
}
