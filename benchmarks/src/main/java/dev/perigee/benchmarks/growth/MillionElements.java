package dev.perigee.benchmarks.growth;

import dev.perigee.client.ScriptClient;
import io.lettuce.core.RedisClient;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A batch of 1,000,000 elements, in a JVM of its own: {@code MillionElements <uri> <form>}. The elements are made when they
 * are asked for, so that all memory is the batch's own; when half of them were, it is seen how much of the heap is in use
 * after a garbage collection.
 */
public final class MillionElements {

    static final int ELEMENTS = 1_000_000;

    /** The forms that keep nothing of a call that has ended. */
    static final List<String> BOUNDED = List.of("run", "runAsync", "resultsFlux");

    /** The form that returns all results, which its caller wants to have in memory. */
    static final String ALL_RESULTS = "results";

    private MillionElements() {}

    /** Runs one form with a heap of that size. */
    static Measured in(String heap, String uri, String form) throws IOException {
        return Measured.in(
                List.of("-Xmx" + heap, "-XX:+ExitOnOutOfMemoryError"), MillionElements.class, List.of(uri, form));
    }

    /** Prints {@code name=value} lines. */
    public static void main(String[] arguments) {
        RedisClient redis = RedisClient.create(arguments[0]);
        try (ScriptClient client = ScriptClient.connect(redis)) {
            Counters counters = client.create(Counters.class);
            client.loadScripts();
            long before = liveBytes();
            Names names = new Names();
            long start = System.nanoTime();
            long count = count(counters, arguments[1], names);
            double seconds = (System.nanoTime() - start) / 1e9;
            if (count != ELEMENTS) {
                throw new IllegalStateException(count + " calls instead of " + ELEMENTS);
            }
            Measured.print(Map.of("seconds", seconds, "liveBytes", (double) names.liveBytesHalfWay - before));
        } finally {
            redis.shutdown();
        }
    }

    private static long count(Counters counters, String form, Names names) {
        switch (form) {
            case "run" -> counters.run(names);
            case "runAsync" -> counters.runAsync(names).join();
            case "resultsFlux" -> {
                return Objects.requireNonNull(
                        counters.resultsFlux(names).count().block());
            }
            case ALL_RESULTS -> {
                return counters.results(names).size();
            }
            default -> throw new IllegalArgumentException(form);
        }
        return ELEMENTS;
    }

    static long liveBytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Names of 1,000 counters, again and again. */
    private static final class Names extends AbstractList<String> {

        private volatile long liveBytesHalfWay;

        @Override
        public String get(int index) {
            if (index == ELEMENTS / 2) {
                liveBytesHalfWay = liveBytes();
            }
            return Integer.toString(index % 1000);
        }

        @Override
        public int size() {
            return ELEMENTS;
        }
    }
}
