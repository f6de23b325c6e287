package dev.perigee.benchmarks.growth;

import dev.perigee.client.ScriptClient;
import dev.perigee.client.ScriptClientOptions;
import dev.perigee.client.StaleScripts;
import io.lettuce.core.RedisClient;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The start of a client with many scripts, in a JVM of its own: {@code ClientStart <uri> <file with the names of the
 * interfaces>}. A first client loads the classes; a second one, whose classes are there, compares the scripts with their
 * files; a third does neither. Only the third is told to load the scripts on the server, which has none.
 */
public final class ClientStart {

    private ClientStart() {}

    /** Prints {@code name=value} lines; times in milliseconds. */
    public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
        Map<String, Double> values = new TreeMap<>();
        List<String> names = Files.readAllLines(Path.of(arguments[1]));
        RedisClient redis = RedisClient.create(arguments[0]);
        ScriptClientOptions unchecked = ScriptClientOptions.defaults().withStaleScripts(StaleScripts.IGNORE);
        try (ScriptClient first = ScriptClient.connect(redis, unchecked);
                ScriptClient second = ScriptClient.connect(redis);
                ScriptClient third = ScriptClient.connect(redis, unchecked)) {
            long heap = MillionElements.liveBytes();
            long classes = classBytes();
            long resident = residentBytes();
            List<Object> kept = new ArrayList<>();
            double withClasses = create(first, names, kept);
            values.put("heapBytes", (double) MillionElements.liveBytes() - heap);
            values.put("classBytes", (double) classBytes() - classes);
            values.put("residentBytes", (double) residentBytes() - resident);
            double checked = create(second, names, kept);
            double alone = create(third, names, kept);
            values.put("classes", withClasses - alone);
            values.put("stale", checked - alone);
            values.put("create", alone);
            long start = System.nanoTime();
            int scripts = third.loadScripts();
            values.put("load", (System.nanoTime() - start) / 1e6);
            values.put("scripts", (double) scripts);
            values.put("kept", (double) kept.size());
        } finally {
            redis.shutdown();
        }
        Measured.print(values);
    }

    private static double create(ScriptClient client, List<String> names, List<Object> kept)
            throws ClassNotFoundException {
        long start = System.nanoTime();
        for (String name : names) {
            kept.add(client.create(Class.forName(name)));
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private static long classBytes() {
        return ManagementFactory.getMemoryMXBean().getNonHeapMemoryUsage().getUsed();
    }

    /** The process' resident memory as Linux counts it; 0 elsewhere. Constant as to the heap, which is resident as a whole. */
    private static long residentBytes() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElse(0);
    }
}
