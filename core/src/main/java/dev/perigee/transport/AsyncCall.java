package dev.perigee.transport;

import dev.perigee.invoke.ScriptCall;
import io.netty.util.Timeout;
import org.jspecify.annotations.Nullable;

/** A call that completes a future, whose reply is read on the connection's event loop. */
final class AsyncCall<T extends @Nullable Object> extends PendingCall {

    private final AsyncReply<T> future;

    AsyncCall(BoundScript script, ScriptCall<T> call) {
        super(script, call);
        this.future = new AsyncReply<>(this);
    }

    AsyncReply<T> future() {
        return future;
    }

    /** Sends the call. Lettuce times each command, if it is set up to; if not, or not as this script asks, the call times itself. */
    void start() {
        if (script().timesItself() || !transport().isTimed()) {
            limitTime();
        }
        transport().send(this);
    }

    /** Lettuce's timer was for the first command only. */
    @Override
    void recovering() {
        limitTime();
    }

    private void limitTime() {
        long limit = script().timeout();
        if (limit > 0 && !future.isTimed()) {
            Timeout timer = transport().after(limit - future.age(), this::timeIsUp);
            if (timer != null) {
                future.timer(timer);
            }
        }
    }

    private void timeIsUp() {
        if (!future.isDone()) {
            expire();
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
