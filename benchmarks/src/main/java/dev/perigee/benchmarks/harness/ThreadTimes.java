package dev.perigee.benchmarks.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the threads of this JVM have used up to now, as Linux counts it: processor time in their own code and in the system's, and how
 * often they have waited. Threads of one name without its number are one.
 */
final class ThreadTimes {

    private static final Path TASKS = Path.of("/proc/self/task");

    /** Of a clock tick, which is the same on every Linux that runs Java. */
    private static final double MICROS = 10_000;

    // Counted behind the name, which may contain spaces.
    private static final int USER = 11;
    private static final int SYSTEM = 12;

    /**
     * What threads of one name have used.
     *
     * @param user microseconds in their own code
     * @param system microseconds in the system's
     * @param waits how often they let another thread have the processor by themselves
     */
    record Used(double user, double system, long waits) {

        static final Used NOTHING = new Used(0, 0, 0);

        Used plus(Used other) {
            return new Used(user + other.user, system + other.system, waits + other.waits);
        }

        Used minus(Used other) {
            return new Used(user - other.user, system - other.system, waits - other.waits);
        }
    }

    private final Map<String, Used> byName = new TreeMap<>();

    private ThreadTimes() {}

    /** Whether this system counts so. */
    static boolean areKnown() {
        return Files.isDirectory(TASKS);
    }

    static ThreadTimes now() {
        ThreadTimes times = new ThreadTimes();
        try (Stream<Path> tasks = Files.list(TASKS)) {
            tasks.forEach(times::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return times;
    }

    private void add(Path task) {
        try {
            String stat = Files.readString(task.resolve("stat"));
            int end = stat.lastIndexOf(')');
            String name = stat.substring(stat.indexOf('(') + 1, end).replaceFirst("[-#/\\d]+$", "");
            List<String> fields = List.of(stat.substring(end + 2).split(" "));
            Used used = new Used(
                    Long.parseLong(fields.get(USER)) * MICROS,
                    Long.parseLong(fields.get(SYSTEM)) * MICROS,
                    waits(Files.readAllLines(task.resolve("status"))));
            byName.merge(name, used, Used::plus);
        } catch (NoSuchFileException e) {
            // The thread has ended just now.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long waits(List<String> status) {
        return status.stream()
                .filter(line -> line.startsWith("voluntary_ctxt_switches:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }

    /** What was used since then, by the threads that live now. */
    Map<String, Used> since(ThreadTimes before) {
        Map<String, Used> since = new TreeMap<>();
        byName.forEach((name, used) -> since.put(name, used.minus(before.byName.getOrDefault(name, Used.NOTHING))));
        return since;
    }
}
