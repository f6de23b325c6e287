package dev.perigee.transport;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The calls of a batch on their way. Calls end on any thread, and are put on a stack; everything else is done by one thread
 * at a time, which {@link #work works} until there is nothing left to do just now, and comes back when {@link #signal} says
 * that enough calls have ended: half of those in flight, so that both sides have something to do meanwhile.
 *
 * <p>Nothing is kept of a call but its result. However many elements there are, no more than the window are in flight.
 */
abstract class BatchRun<E, T extends @Nullable Object> {

    private final BatchSource<E, T> source;
    private final int window;
    private final long limit;
    private final AtomicReference<@Nullable BatchCall<T>> lastEnded = new AtomicReference<>();
    private final AtomicInteger ended = new AtomicInteger();
    private volatile int wanted;

    private final List<BatchCall<T>> inFlight;
    private @Nullable Iterator<? extends E> elements;
    private int size;
    private int next;
    private int taken;
    private long firstDeadline;
    private boolean exhausted;
    private BatchResults.@Nullable Failed rest;
    private int restCount;

    /** @param window how many calls may be in flight */
    BatchRun(BatchSource<E, T> source, int window) {
        this.source = source;
        this.window = window;
        this.limit = source.bound().timeout();
        this.inFlight = new ArrayList<>(Math.min(window, source.size()));
    }

    /** Enough calls have ended. May be called on an event loop. */
    abstract void signal();

    /** Takes a call's value or {@link BatchResults.Failed}, once for each index. */
    abstract void settled(int index, @Nullable Object result);

    /** How many more elements may be taken just now, the window aside. */
    abstract int sendable();

    /** Whether no more is to be taken or sent. May change at any time, also while elements are taken and replies read. */
    boolean isCancelled() {
        return false;
    }

    final BatchSource<E, T> source() {
        return source;
    }

    final int window() {
        return window;
    }

    /** Called once for each call, on any thread. */
    final void ended(BatchCall<T> call) {
        BatchCall<T> before;
        do {
            before = lastEnded.get();
            call.endedBefore = before;
        } while (!lastEnded.compareAndSet(before, call));
        if (ended.incrementAndGet() == wanted) {
            signal();
        }
    }

    /** Takes in what has ended, and sends more. */
    final void work() {
        do {
            take();
            expire();
            refill();
        } while (!isCancelled() && lastEnded.get() != null);
    }

    /** Whether all elements have been taken, and all their calls have ended. */
    final boolean isFinished() {
        return exhausted && inFlight.isEmpty();
    }

    /** How many elements have been taken so far. */
    final int next() {
        return next;
    }

    /** Asks to be told when enough calls have ended; true if they have already. */
    final boolean isEnoughEnded(boolean each) {
        int calls = inFlight.size();
        int enough = calls > half() ? calls - half() : (calls + 1) / 2;
        wanted = taken + (each ? 1 : Math.max(1, enough));
        return isEnoughEnded();
    }

    final boolean isEnoughEnded() {
        return ended.get() >= wanted;
    }

    /** How long until a call's time is up; the greatest number if none's ever is. */
    final long nanosLeft() {
        return isLimited() && !inFlight.isEmpty() ? firstDeadline - System.nanoTime() : Long.MAX_VALUE;
    }

    /** Takes back all calls in flight, and forgets them. */
    final void withdraw() {
        inFlight.forEach(PendingCall::takeBack);
        inFlight.clear();
        exhausted = true;
    }

    /** Takes back all calls in flight; they and the remaining elements fail. */
    final void interrupt(InterruptedException cause) {
        List.copyOf(inFlight).forEach(call -> call.interrupt(cause));
        failRest("interrupted", cause, 0);
    }

    private int half() {
        return Math.max(1, window / 2);
    }

    private boolean isLimited() {
        return limit > 0;
    }

    private void take() {
        BatchCall<T> call = lastEnded.getAndSet(null);
        while (call != null) {
            BatchCall<T> before = call.endedBefore;
            call.endedBefore = null;
            taken++;
            if (remove(call)) {
                settled(call.index, call.result());
            }
            call = before;
        }
    }

    /** False if all calls have been forgotten meanwhile. */
    private boolean remove(BatchCall<T> call) {
        if (inFlight.isEmpty()) {
            return false;
        }
        BatchCall<T> last = inFlight.remove(inFlight.size() - 1);
        if (last != call) {
            inFlight.set(call.place, last);
            last.place = call.place;
        }
        return true;
    }

    private void expire() {
        if (nanosLeft() > 0) {
            return;
        }
        long now = System.nanoTime();
        firstDeadline = now + limit;
        for (BatchCall<T> call : inFlight) {
            if (call.deadline - now <= 0) {
                call.expire();
            } else if (call.deadline - firstDeadline < 0) {
                firstDeadline = call.deadline;
            }
        }
    }

    private void refill() {
        int room = Math.min(sendable(), window - inFlight.size());
        if (exhausted || room < half()) {
            return;
        }
        long deadline = System.nanoTime() + (isLimited() ? limit : 0);
        if (inFlight.isEmpty()) {
            firstDeadline = deadline;
        }
        List<ScriptCommand> group = new ArrayList<>(Math.min(room, Math.max(1, source.size() - next)));
        while (!isCancelled() && !exhausted && sendable() > 0 && group.size() < room) {
            addNext(group, deadline);
        }
        if (!isCancelled()) {
            source.transport().sendAll(group);
        }
    }

    private void addNext(List<ScriptCommand> group, long deadline) {
        if (rest != null) {
            settled(next++, rest);
            restCount--;
            exhausted = restCount == 0;
            return;
        }
        E element;
        try {
            if (elements == null) {
                size = source.size();
                elements = source.elements().iterator();
            }
            if (!elements.hasNext()) {
                exhausted = true;
                return;
            }
            element = elements.next();
        } catch (Throwable e) {
            failRest("the collection failed: " + e, e, 1);
            return;
        }
        add(next++, element, group, deadline);
    }

    private void add(int index, E element, List<ScriptCommand> group, long deadline) {
        BatchCall<T> call;
        try {
            call = new BatchCall<>(this, source, source.call().apply(element), index, deadline);
        } catch (Throwable e) {
            settled(
                    index,
                    new BatchResults.Failed(e instanceof Exception refusal ? refusal : source.notSent("" + e, e)));
            return;
        }
        call.place = inFlight.size();
        inFlight.add(call);
        group.add(call);
    }

    /** The collection may have been emptied meanwhile: there are no fewer elements than there were at first. */
    private void failRest(String reason, Throwable cause, int least) {
        if (exhausted || rest != null) {
            return;
        }
        rest = new BatchResults.Failed(source.notSent(reason, cause));
        restCount = Math.max(least, Math.max(size, source.size()) - next);
        exhausted = restCount == 0;
    }
}
