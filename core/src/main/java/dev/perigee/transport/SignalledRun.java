package dev.perigee.transport;

import io.netty.util.Timeout;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A batch that nobody waits for: whoever brings news does the work, unless another thread is at it, which then goes round
 * once more. So it runs on the caller's thread first, and on event loops later.
 */
abstract class SignalledRun<E, T extends @Nullable Object> extends BatchRun<E, T> {

    private final AtomicInteger news = new AtomicInteger();
    private volatile boolean cancelled;
    private volatile boolean timing;
    private @Nullable Timeout timer;
    private boolean closed;

    SignalledRun(BatchSource<E, T> source, int window) {
        super(source, window);
    }

    /**
     * Works; true to be told when more calls have ended. Not called after {@link #close()}, nor once cancelled; if that happens
     * meanwhile, it may end at any point, and is closed next.
     */
    abstract boolean proceed();

    /** Working has failed, as by a subscriber that throws. The run is closed. Must not throw. */
    abstract void broken(Throwable cause);

    @Override
    final void signal() {
        if (news.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        do {
            try {
                if (!closed) {
                    round();
                }
            } catch (Throwable e) {
                close();
                broken(e);
            }
            seen = news.addAndGet(-seen);
        } while (seen != 0);
    }

    private void round() {
        if (cancelled) {
            close();
        } else if (proceed()) {
            limitTime();
        }
    }

    /** Takes back what has not been written, and sends no more. */
    public final void cancel() {
        cancelled = true;
        signal();
    }

    final boolean isClosed() {
        return closed;
    }

    @Override
    final boolean isCancelled() {
        return cancelled;
    }

    /** Takes back the calls that are left. Only while working. */
    final void close() {
        closed = true;
        withdraw();
        if (timer != null) {
            timer.cancel();
        }
    }

    /** One timer for all calls, for whose time is up first. */
    private void limitTime() {
        long left = nanosLeft();
        if (left != Long.MAX_VALUE && !timing) {
            timing = true;
            timer = source().transport().after(left, () -> {
                timing = false;
                signal();
            });
        }
    }
}
