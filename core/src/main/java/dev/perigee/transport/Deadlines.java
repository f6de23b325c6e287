package dev.perigee.transport;

import io.netty.util.Timeout;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The asynchronous calls that a server was given over a connection, to end those whose time is up. A timer for each of them would
 * cost as much as all the rest of a call; here one timer serves them all. It runs when the first of them is due, and next when the
 * first of those is due that are left then. A server answers a connection's calls in order, so those that have ended are the
 * oldest ones, and are forgotten as the next one ends. Thread-safe.
 */
final class Deadlines {

    /** Calls know their age in milliseconds, so that one may end two of them too early. */
    private static final long PRECISION = TimeUnit.MILLISECONDS.toNanos(1);

    /** When the timer runs next. */
    private static final class Plan {

        /** So long after it was planned. What comes later and has as long a limit is not due before. */
        final long nanos;

        /** By {@link System#nanoTime}. */
        final long when;

        volatile @Nullable Timeout timer;

        Plan(long nanos) {
            this.nanos = nanos;
            this.when = System.nanoTime() + nanos;
        }

        void cancel() {
            Timeout running = timer;
            if (running != null) {
                running.cancel();
            }
        }
    }

    private final AtomicReference<@Nullable Plan> plan = new AtomicReference<>();

    /** Calls that have come, the newest one first, until somebody puts them to the others. */
    private final AtomicReference<@Nullable AsyncCall<?>> newest = new AtomicReference<>();

    /** Guards the list. Nobody keeps it for longer than it takes to walk over what has ended, but {@link #run}. */
    private final AtomicBoolean walking = new AtomicBoolean();

    private @Nullable AsyncCall<?> first;
    private @Nullable AsyncCall<?> last;

    /**
     * Ends a call when its time is up, unless it has ended by itself by then, or got a timer of its own.
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
        if (walking.compareAndSet(false, true)) {
            try {
                dropEnded();
            } finally {
                walking.setRelease(false);
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
            if (first == null) {
                last = null;
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
        if (last == null) {
            first = later;
        } else {
            last.neighbour = later;
        }
        last = end;
        return true;
    }

    private void append(AsyncCall<?> call) {
        if (last == null) {
            first = call;
        } else {
            last.neighbour = call;
        }
        last = call;
    }

    private void runIn(long nanos, ScriptTransport transport) {
        Plan planned = plan.get();
        if (planned != null && planned.nanos <= nanos) {
            return;
        }
        Plan next = new Plan(nanos);
        while (planned == null || next.when - planned.when < 0) {
            if (plan.compareAndSet(planned, next)) {
                start(next, planned, nanos, transport);
                return;
            }
            planned = plan.get();
        }
    }

    /** The timer may be full, or shut down: the next call tries again. */
    private void start(Plan next, @Nullable Plan planned, long nanos, ScriptTransport transport) {
        next.timer = transport.after(nanos, () -> run(next, transport));
        if (next.timer == null) {
            plan.compareAndSet(next, planned);
            return;
        }
        if (planned != null) {
            planned.cancel();
        }
        if (plan.get() != next) {
            next.cancel();
        }
    }

    /** Does nothing if an earlier run was planned meanwhile, which has planned the next one. */
    private void run(Plan due, ScriptTransport transport) {
        if (!plan.compareAndSet(due, null)) {
            return;
        }
        List<AsyncCall<?>> over = new ArrayList<>();
        long next = Long.MAX_VALUE;
        while (!walking.compareAndSet(false, true)) {
            Thread.onSpinWait();
        }
        try {
            takeIn();
            AsyncCall<?> call = first;
            first = null;
            last = null;
            while (call != null) {
                AsyncCall<?> later = call.neighbour;
                call.neighbour = null;
                long left = call.needsDeadline() ? call.nanosLeft() : Long.MAX_VALUE;
                if (left < PRECISION) {
                    over.add(call);
                } else if (left != Long.MAX_VALUE) {
                    next = Math.min(next, left);
                    append(call);
                }
                call = later;
            }
        } finally {
            walking.setRelease(false);
        }
        if (next != Long.MAX_VALUE) {
            runIn(next, transport);
        }
        // Each by itself: what is done when one of them ends may wait for another one.
        over.forEach(call -> transport.execute(call::timeIsUp));
    }
}
