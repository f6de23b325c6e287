package dev.perigee.processor;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An interface that was compiled with its scripts, and its invoker with it.
 *
 * @param type the interface
 */
record CompiledInterface(Class<?> type) {

    /**
     * Compiles an interface, {@code shop.Shop}, which must be without errors.
     *
     * @param folder an empty folder
     * @param scripts the scripts in {@code scripts}, by the names of their files
     */
    static CompiledInterface of(String source, Path folder, Map<String, String> scripts) {
        try {
            Files.createDirectories(folder.resolve("scripts"));
            for (Map.Entry<String, String> script : scripts.entrySet()) {
                Files.writeString(folder.resolve("scripts").resolve(script.getKey()), script.getValue());
            }
            Compilation compilation = javac().withProcessors(new PerigeeProcessor())
                    .withOptions("-A" + PerigeeProcessor.SCRIPTS + "=" + folder)
                    .compile(JavaFileObjects.forSourceString("shop.Shop", source));
            assertThat(compilation.errors()).isEmpty();
            return new CompiledInterface(new CompiledClasses(compilation).loadClass("shop.Shop"));
        } catch (IOException | ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    /** Calls a method of an invoker, and throws what it throws. */
    Object call(Object invoker, String name, @Nullable Object... arguments) {
        Method method = Arrays.stream(type.getMethods())
                .filter(candidate -> candidate.getName().equals(name))
                .findFirst()
                .orElseThrow();
        try {
            return method.invoke(invoker, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new AssertionError(e);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
