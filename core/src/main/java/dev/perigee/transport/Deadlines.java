package dev.perigee.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The asynchronous calls that a node was given, to end those whose time is up. A timer for each of them would cost as much as all
 * the rest of a call; here one timer serves them all. It runs when the first of them is due, and next when the first of those is
 * due that are left then. A server answers in the order in which it was asked, so those that have ended are the oldest ones, and
 * are forgotten as the next one ends. Thread-safe.
 */
final class Deadlines {

    private static final long NEVER = Long.MAX_VALUE;

    /** Calls know their age in milliseconds. */
    private static final long PRECISION = TimeUnit.MILLISECONDS.toNanos(1);

    private final long start = System.nanoTime();

    /** When the timer runs next, in nanoseconds since the start. */
    private final AtomicLong due = new AtomicLong(NEVER);

    /** Calls that have come, the newest one first, until somebody puts them to the others. */
    private final AtomicReference<@Nullable AsyncCall<?>> newest = new AtomicReference<>();

    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable AsyncCall<?> first;
    private @Nullable AsyncCall<?> last;

    /**
     * Ends a call when its time is up, unless it has ended by itself, or keeps its time by itself by then.
     *
     * @param limit how many nanoseconds from now
     */
    void add(AsyncCall<?> call, long limit) {
        AsyncCall<?> before;
        do {
            before = newest.get();
            call.neighbour = before;
        } while (!newest.compareAndSet(before, call));
        runIn(limit, call.transport());
    }

    /** A call that was added has ended. */
    void ended() {
        if (lock.tryLock()) {
            try {
                dropEnded();
            } finally {
                lock.unlock();
            }
        }
    }

    private void dropEnded() {
        do {
            while (first != null && !first.needsDeadline()) {
                AsyncCall<?> next = first.neighbour;
                first.neighbour = null;
                first = next;
            }
        } while (first == null && takeIn());
    }

    /** Puts the calls that have come behind the others, in their order; false if there are none. */
    private boolean takeIn() {
        AsyncCall<?> call = newest.getAndSet(null);
        if (call == null) {
            return false;
        }
        AsyncCall<?> end = call;
        AsyncCall<?> later = null;
        while (call != null) {
            AsyncCall<?> before = call.neighbour;
            call.neighbour = later;
            later = call;
            call = before;
        }
        if (first == null || last == null) {
            first = later;
        } else {
            last.neighbour = later;
        }
        last = end;
        return true;
    }

    private void runIn(long nanos, ScriptTransport transport) {
        long when = System.nanoTime() - start + Math.min(nanos, Long.MAX_VALUE / 2);
        long planned = due.get();
        while (when < planned) {
            if (due.compareAndSet(planned, when)) {
                transport.after(nanos, () -> run(when, transport));
                return;
            }
            planned = due.get();
        }
    }

    /** Does nothing if an earlier run was planned meanwhile, which has planned the next one. */
    private void run(long when, ScriptTransport transport) {
        if (!due.compareAndSet(when, NEVER)) {
            return;
        }
        List<AsyncCall<?>> over = new ArrayList<>();
        long next = NEVER;
        lock.lock();
        try {
            dropEnded();
            takeIn();
            for (AsyncCall<?> call = first; call != null; call = call.neighbour) {
                if (call.needsDeadline()) {
                    long left = call.nanosLeft();
                    if (left < PRECISION) {
                        over.add(call);
                    } else {
                        next = Math.min(next, left);
                    }
                }
            }
        } finally {
            lock.unlock();
        }
        if (next != NEVER) {
            runIn(next, transport);
        }
        over.forEach(AsyncCall::timeIsUp);
    }
}
