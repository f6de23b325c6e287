package dev.perigee.chaos;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Threads that call until they are told to stop. */
final class Load {

    /** Makes one call, or some at a time. */
    interface Caller {

        /**
         * Calls, and keeps what it is told.
         *
         * @param turn how many times the thread has called before
         */
        void call(int turn);
    }

    private static final Duration HANGING = Duration.ofSeconds(60);

    private final Books books;
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private volatile boolean stopped;

    private Load(Books books) {
        this.books = books;
    }

    static Load start(Books books, int threads, Caller caller) {
        Load load = new Load(books);
        for (int i = 0; i < threads; i++) {
            int first = i;
            Thread thread = new Thread(() -> load.run(caller, first), "chaos-" + i);
            load.threads.add(thread);
            thread.start();
        }
        return load;
    }

    private void run(Caller caller, int first) {
        try {
            for (int turn = first; !stopped; turn++) {
                caller.call(turn);
            }
        } catch (Throwable e) {
            failure.compareAndSet(null, e);
        }
    }

    /** Waits until as many more calls have succeeded. */
    void awaitSuccesses(int more) {
        long enough = books.successes() + more;
        await("success of more calls; threads are at\n" + this)
                .atMost(HANGING)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> failure.get() != null || books.successes() >= enough);
        rethrow();
    }

    /** Stops, and waits for the calls that are under way. */
    void finish() {
        stopped = true;
        for (Thread thread : threads) {
            try {
                thread.join(HANGING.toMillis());
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            if (thread.isAlive()) {
                throw new AssertionError("a call hangs:\n" + this);
            }
        }
        rethrow();
    }

    /** Stops without waiting. */
    void abandon() {
        stopped = true;
        threads.forEach(Thread::interrupt);
    }

    private void rethrow() {
        Throwable thrown = failure.get();
        if (thrown != null) {
            throw new AssertionError("a caller failed", thrown);
        }
    }

    @Override
    public String toString() {
        StringBuilder stacks = new StringBuilder();
        threads.forEach(thread -> stacks.append(thread.getName())
                .append(' ')
                .append(Arrays.stream(thread.getStackTrace()).limit(6).toList())
                .append('\n'));
        return stacks.toString();
    }
}
