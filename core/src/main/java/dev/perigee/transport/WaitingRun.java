package dev.perigee.transport;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A batch whose caller waits, and does all the work: it makes the calls and reads the replies. */
final class WaitingRun<E, T extends @Nullable Object> extends BatchRun<E, T> {

    private final Thread caller = Thread.currentThread();
    private final BatchResults<T> results;

    WaitingRun(BatchSource<E, T> source) {
        super(source, source.window());
        this.results = new BatchResults<>(source.size());
    }

    /** Waits until all calls have ended. When it is interrupted, it sends no more, and waits for no more. */
    BatchResults<T> await() {
        boolean interrupted = false;
        work();
        while (!isFinished()) {
            if (!isEnoughEnded(false)) {
                interrupted |= waitForMore();
            }
            work();
        }
        if (interrupted) {
            caller.interrupt();
        }
        return results;
    }

    private boolean waitForMore() {
        while (!isEnoughEnded()) {
            if (Thread.interrupted()) {
                interrupt(new InterruptedException());
                return true;
            }
            long left = nanosLeft();
            if (left <= 0) {
                return false;
            }
            LockSupport.parkNanos(this, left);
        }
        return false;
    }

    @Override
    void signal() {
        LockSupport.unpark(caller);
    }

    @Override
    void settled(int index, @Nullable Object result) {
        results.set(index, result);
    }

    @Override
    int sendable() {
        return Integer.MAX_VALUE;
    }
}
