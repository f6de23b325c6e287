package dev.perigee.transport;

import dev.perigee.invoke.ScriptCall;
import io.netty.util.Timeout;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A call that completes a future, whose reply is read on the connection's event loop. */
final class AsyncCall<T extends @Nullable Object> extends PendingCall {

    /** Ages are counted in so many milliseconds as fit into 32 bits. */
    private static final long LONGEST = TimeUnit.DAYS.toNanos(20);

    private final AsyncReply<T> future;

    /** Of the list that {@link Deadlines} keeps, and only that: the call beside it. */
    @Nullable
    AsyncCall<?> neighbour;

    AsyncCall(BoundScript script, ScriptCall<T> call) {
        super(script, call);
        this.future = new AsyncReply<>(this);
    }

    AsyncReply<T> future() {
        return future;
    }

    void start() {
        transport().send(this);
    }

    /** The node ends it in time, as long as it is the node that it waits for. */
    @Override
    void give(Node to) {
        super.give(to);
        Deadlines deadlines = to.deadlines();
        if (deadlines == null) {
            limitTime();
        } else if (isLimited() && !future.isTimed()) {
            deadlines.add(this, nanosLeft());
        }
    }

    @Override
    void waitsElsewhere() {
        limitTime();
    }

    @Override
    void recovering() {
        limitTime();
    }

    private void limitTime() {
        if (isLimited() && !future.isTimed()) {
            Timeout timer = transport().after(nanosLeft(), this::timeIsUp);
            if (timer != null) {
                future.timer(timer);
            }
        }
    }

    /** Whether somebody else has to end it in time: it has not ended, and has no timer of its own. */
    boolean needsDeadline() {
        return !future.isDone() && !future.isTimed();
    }

    private boolean isLimited() {
        return script().timeout() > 0;
    }

    /** Until its time is up, if that is limited. */
    long nanosLeft() {
        return Math.min(script().timeout(), LONGEST) - future.age();
    }

    void timeIsUp() {
        if (!future.isDone()) {
            expire();
        }
    }

    /** The future is done. */
    void forget() {
        Node given = node();
        Deadlines deadlines = given == null ? null : given.deadlines();
        if (deadlines != null) {
            deadlines.ended();
        }
    }

    @Override
    @SuppressWarnings("unchecked") // It was made of a call of this type.
    void end(ScriptCommand answered) {
        future.read((ScriptCall<T>) call(), script().decoding(), answered);
    }

    @Override
    void end(NoReply failure) {
        future.fail(failure.toException(script().script()));
    }
}
