package dev.perigee.servers;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Polls for what another process does without telling us. */
final class Waiting {

    private static final Duration PAUSE = Duration.ofMillis(2);

    private Waiting() {}

    /**
     * Whether the condition held before the time was over.
     *
     * @throws ServerStartException when the thread is interrupted; it stays so
     */
    static boolean until(BooleanSupplier condition, Duration limit) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new ServerStartException("interrupted while waiting for a server");
            }
            if (System.nanoTime() - start > limit.toNanos()) {
                return false;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return true;
    }
}
