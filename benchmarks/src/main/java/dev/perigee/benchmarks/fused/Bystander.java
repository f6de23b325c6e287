package dev.perigee.benchmarks.fused;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Another client of the server, which sends PING every now and then and notes how long the answers take. */
final class Bystander implements AutoCloseable {

    private static final long PAUSE_NANOS = 50_000;

    private final SocketPipe connection;
    private final Thread thread;
    private final List<Long> nanos = new ArrayList<>();
    private volatile boolean ended;

    Bystander(int port) throws IOException {
        connection = new SocketPipe(port);
        thread = new Thread(this::watch, "bystander");
        thread.start();
    }

    private void watch() {
        try {
            while (!ended) {
                LockSupport.parkNanos(PAUSE_NANOS);
                long start = System.nanoTime();
                connection.ping();
                nanos.add(System.nanoTime() - start);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it; how long each PING took, in nanoseconds. */
    List<Long> end() throws InterruptedException {
        ended = true;
        thread.join();
        return nanos;
    }

    @Override
    public void close() throws IOException {
        ended = true;
        connection.close();
    }
}
