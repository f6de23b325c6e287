package dev.perigee.benchmarks.harness;

import dev.perigee.benchmarks.client.Operation;
import dev.perigee.benchmarks.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The calling threads. They stay for all slices, so that a client that keeps something for each thread keeps it. */
final class Crew implements AutoCloseable {

    private final int threads;
    private final ExecutorService pool;

    Crew(int threads) {
        this.threads = threads;
        this.pool = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "caller");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Lets all threads call for some time, from the same moment on. */
    Slice run(Operation operation, Workload workload, long nanos) throws InterruptedException, ExecutionException {
        List<Caller> callers = new ArrayList<>();
        List<Future<?>> running = new ArrayList<>();
        CountDownLatch ready = new CountDownLatch(threads);
        CountDownLatch start = new CountDownLatch(1);
        for (int i = 0; i < threads; i++) {
            Caller caller = new Caller(workload, first(i));
            callers.add(caller);
            running.add(pool.submit(() -> {
                ready.countDown();
                start.await();
                caller.run(operation, System.nanoTime() + nanos);
                return null;
            }));
        }
        ready.await();
        Usage before = Usage.now();
        long begin = System.nanoTime();
        start.countDown();
        for (Future<?> caller : running) {
            caller.get();
        }
        long took = System.nanoTime() - begin;
        return slice(callers, took, before, Usage.now());
    }

    private int first(int thread) {
        int apart = Workload.CALLS / threads / Workload.BATCH * Workload.BATCH;
        return thread * apart;
    }

    private static Slice slice(List<Caller> callers, long nanos, Usage before, Usage after) {
        Histogram times = new Histogram();
        long operations = 0;
        for (Caller caller : callers) {
            times.add(caller.times());
            operations += caller.operations();
        }
        return new Slice(operations, nanos, after.bytesSince(before), after.cpuNanosSince(before), times);
    }

    @Override
    public void close() {
        pool.shutdown();
    }
}
