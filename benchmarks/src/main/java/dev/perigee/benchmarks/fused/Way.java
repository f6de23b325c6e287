package dev.perigee.benchmarks.fused;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A way to run a script for a batch of elements, by calls of some elements each, and what has been measured of it. */
final class Way {

    /** How many elements are under way at once, whatever the chunk. */
    static final int BATCH = 256;

    private static final ExecutorService THREADS = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "caller");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * What one slice of time has shown.
     *
     * @param rate elements per second
     * @param client microseconds of the client's CPU per element
     * @param server microseconds of the server's CPU per element
     */
    record Sample(double rate, double client, double server) {}

    final String client;
    final MeasuredScript script;

    /** How many elements a call has; one is plain pipelining. */
    final int chunk;

    final List<Sample> samples = new ArrayList<>();

    /** How long the other client's PINGs took, in nanoseconds. */
    final List<Long> pings = new ArrayList<>();

    private final List<? extends Pipe> callers;
    private final byte[] sha1;

    /** @param callers one for each thread that runs batches */
    Way(String client, List<? extends Pipe> callers, MeasuredScript script, String sha1, int chunk) {
        this.client = client;
        this.callers = callers;
        this.script = script;
        this.sha1 = sha1.getBytes(StandardCharsets.US_ASCII);
        this.chunk = chunk;
    }

    /** Runs batches for a time; how many elements. */
    long run(long millis) throws IOException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        List<CompletableFuture<Long>> others = new ArrayList<>();
        for (Pipe other : callers.subList(1, callers.size())) {
            others.add(CompletableFuture.supplyAsync(() -> runOther(other, end), THREADS));
        }
        long elements = run(callers.get(0), end);
        for (CompletableFuture<Long> other : others) {
            elements += other.join();
        }
        return elements;
    }

    /** The client's CPU time per element, over all slices: its clock is too coarse for a single one. */
    double meanClientMicros() {
        return samples.stream()
                        .mapToDouble(sample -> sample.client() * sample.rate())
                        .sum()
                / samples.stream().mapToDouble(Sample::rate).sum();
    }

    /** What this part of the other client's PINGs took at most, in microseconds. */
    double pingMicros(double part) {
        List<Long> sorted = pings.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1, part * sorted.size())) / 1e3;
    }

    private long runOther(Pipe pipe, long end) {
        try {
            return run(pipe, end);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long run(Pipe pipe, long end) throws IOException {
        long elements = 0;
        while (System.nanoTime() < end) {
            long integers = pipe.run(sha1, script, (int) (elements % MeasuredScript.ELEMENTS), BATCH, chunk);
            if (integers != (long) BATCH * script.integers()) {
                throw new IllegalStateException(client + ": " + integers + " integers came for " + script.name());
            }
            elements += BATCH;
        }
        return elements;
    }
}
