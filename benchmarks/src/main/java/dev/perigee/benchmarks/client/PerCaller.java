package dev.perigee.benchmarks.client;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** A connection for each calling thread, opened at its first call. All are closed together, when their threads have ended. */
final class PerCaller<T extends AutoCloseable> implements AutoCloseable {

    private final Queue<T> opened = new ConcurrentLinkedQueue<>();
    private final ThreadLocal<T> current;

    PerCaller(Supplier<T> open) {
        current = ThreadLocal.withInitial(() -> {
            T connection = open.get();
            opened.add(connection);
            return connection;
        });
    }

    T get() {
        return current.get();
    }

    @Override
    public void close() {
        for (T connection = opened.poll(); connection != null; connection = opened.poll()) {
            Closing.close(connection);
        }
    }
}
