package dev.perigee.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the server program to run: the one that the environment variable {@code PERIGEE_SERVER} names, else the Redis
 * 7.0.15 embedded on the class path.
 *
 * <p>The embedded binary is copied once a JVM to a directory that only this user can enter, and deleted when the JVM
 * exits: nothing is shared between JVMs, so nothing can race. Thread-safe.
 */
public final class ServerBinary {

    /** The environment variable with the path of a {@code redis-server} or {@code valkey-server}. */
    public static final String VARIABLE = "PERIGEE_SERVER";

    private static @Nullable Path extracted;

    private ServerBinary() {}

    /**
     * The path of the program.
     *
     * @throws ServerStartException when {@code PERIGEE_SERVER} names no executable file, or is not set and no embedded
     *     binary fits this platform
     */
    public static Path locate() {
        String named = System.getenv(VARIABLE);
        return named == null || named.isBlank() ? embedded() : named(named);
    }

    static Path named(String value) {
        Path path = Path.of(value).toAbsolutePath();
        if (!Files.isRegularFile(path)) {
            throw new ServerStartException(VARIABLE + " is " + value + ", but there is no such file");
        }
        if (!Files.isExecutable(path)) {
            throw new ServerStartException(VARIABLE + " is " + value + ", but that file is not executable");
        }
        return path;
    }

    private static synchronized Path embedded() {
        Path program = extracted;
        if (program == null) {
            program = extract(Platform.current());
            extracted = program;
        }
        return program;
    }

    static Path extract(Platform platform) {
        String resource = platform.resource()
                .orElseThrow(() -> new ServerStartException("no embedded Redis for " + platform.os() + " on "
                        + platform.arch() + ": set " + VARIABLE + " to the path of a redis-server or valkey-server"));
        try (InputStream binary = open(resource)) {
            Path directory = Files.createTempDirectory("perigee-binary-");
            AtExit.delete(directory);
            Path program = directory.resolve(resource);
            Files.copy(binary, program);
            if (!program.toFile().setExecutable(true, true)) {
                throw new IOException("cannot make " + program + " executable");
            }
            return program;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot extract " + resource + " from the class path", e);
        }
    }

    private static InputStream open(String resource) {
        ClassLoader loader =
                Optional.ofNullable(ServerBinary.class.getClassLoader()).orElseGet(ClassLoader::getSystemClassLoader);
        InputStream binary = loader.getResourceAsStream(resource);
        if (binary == null) {
            throw new ServerStartException(
                    resource + " is not on the class path: add org.signal:embedded-redis, or set " + VARIABLE
                            + " to the path of a redis-server or valkey-server");
        }
        return binary;
    }
}
