package dev.perigee.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What this JVM must not leave behind: one shutdown hook kills the servers still running, then deletes the files. */
final class AtExit {

    private static final Set<Process> PROCESSES = ConcurrentHashMap.newKeySet();
    private static final Set<Path> DIRECTORIES = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(AtExit::run, "perigee-servers-exit"));
    }

    private AtExit() {}

    static void kill(Process process) {
        PROCESSES.add(process);
    }

    static void ended(Process process) {
        PROCESSES.remove(process);
    }

    static void delete(Path directory) {
        DIRECTORIES.add(directory);
    }

    static void deleteNow(Path directory) {
        try {
            deleteTree(directory);
            DIRECTORIES.remove(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + directory, e);
        }
    }

    private static void run() {
        PROCESSES.forEach(Process::destroyForcibly);
        PROCESSES.forEach(process -> process.onExit().join());
        for (Path directory : DIRECTORIES) {
            try {
                deleteTree(directory);
            } catch (IOException e) {
                System.err.println("perigee-servers: cannot delete " + directory + ": " + e);
            }
        }
    }

    private static void deleteTree(Path directory) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> paths = Files.walk(directory)) {
            deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
        } catch (NoSuchFileException e) {
            return;
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }
}
