package dev.perigee.benchmarks.harness;

import dev.perigee.benchmarks.client.Operation;
import dev.perigee.benchmarks.workload.Workload;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One thread's calls in a slice, from its own part of the workload on. Each reply is read and checked. */
final class Caller {

    /** In the asynchronous mode, two halves of this many calls under way: while one is waited for, the other is at work. */
    private static final int HALF = Workload.BATCH / 2;

    private final Workload workload;
    private final Histogram times = new Histogram();
    private int next;
    private long operations;

    Caller(Workload workload, int first) {
        this.workload = workload;
        this.next = first;
    }

    long operations() {
        return operations;
    }

    Histogram times() {
        return times;
    }

    void run(Operation operation, long deadline) throws Exception {
        if (operation instanceof Operation.Sync sync) {
            wait(sync, deadline);
        } else if (operation instanceof Operation.Async async) {
            send(async, deadline);
        } else if (operation instanceof Operation.Batch batch) {
            batch(batch, deadline);
        }
    }

    private void wait(Operation.Sync sync, long deadline) throws Exception {
        long before = System.nanoTime();
        do {
            workload.accept(sync.call(take(1)));
            operations++;
            long now = System.nanoTime();
            times.add(now - before);
            before = now;
        } while (before < deadline);
    }

    private void send(Operation.Async async, long deadline) {
        @Nullable CompletableFuture<?>[] window = new CompletableFuture<?>[2 * HALF];
        int half = 0;
        do {
            await(window, half);
            for (int i = 0; i < HALF; i++) {
                window[half + i] = async.send(take(1));
            }
            half = HALF - half;
        } while (System.nanoTime() < deadline);
        await(window, half);
        await(window, HALF - half);
    }

    private void await(@Nullable CompletableFuture<?>[] window, int from) {
        for (int i = from; i < from + HALF; i++) {
            CompletableFuture<?> sent = window[i];
            if (sent != null) {
                workload.accept(sent.join());
                operations++;
                window[i] = null;
            }
        }
    }

    private void batch(Operation.Batch batch, long deadline) throws Exception {
        long before = System.nanoTime();
        do {
            int count = 0;
            for (Object reply : batch.run(take(Workload.BATCH), Workload.BATCH)) {
                workload.accept(reply);
                count++;
            }
            if (count != Workload.BATCH) {
                throw new IllegalStateException(count + " replies for " + Workload.BATCH + " calls");
            }
            operations += count;
            long now = System.nanoTime();
            times.add(now - before);
            before = now;
        } while (before < deadline);
    }

    private int take(int count) {
        int taken = next;
        next = (next + count) % Workload.CALLS;
        return taken;
    }
}
