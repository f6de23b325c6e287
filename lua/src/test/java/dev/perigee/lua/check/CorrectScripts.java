package dev.perigee.lua.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** Scripts in the manner of queues, rate limiters, locks and caches, all correct. */
final class CorrectScripts {

    private CorrectScripts() {}

    static Stream<Path> all() {
        try (Stream<Path> files =
                Files.list(Path.of(Objects.requireNonNull(CorrectScripts.class.getResource("/scripts/correct"))
                        .toURI()))) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
