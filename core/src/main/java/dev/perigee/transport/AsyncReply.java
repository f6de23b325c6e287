package dev.perigee.transport;

import dev.perigee.invoke.RecordedReply;
import dev.perigee.invoke.ScriptCall;
import io.netty.util.Timeout;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A call whose caller has this very future. Whoever else completes it, by cancelling, by a time limit of the caller's or in
 * any other way, takes the call back.
 */
final class AsyncReply<T extends @Nullable Object> extends PendingReply<T> {

    private final ScriptCall<T> typedCall;
    private final ReplyDecoding decoding;
    private final Duration limit;
    private final long started;
    private volatile @Nullable Timeout timer;

    AsyncReply(ScriptTransport transport, BoundScript script, ScriptCall<T> call, ReplyDecoding decoding) {
        super(transport, script, call);
        this.typedCall = call;
        this.decoding = decoding;
        this.limit = transport.timeout();
        this.started = System.nanoTime();
    }

    /** Sends the call. Lettuce times each command, if it is set up to; if not, this call times itself. */
    void start() {
        if (!transport().isTimed()) {
            limitTime();
        }
        send();
    }

    /** Lettuce's timer was for the first command only. */
    @Override
    void recovering() {
        if (timer == null) {
            limitTime();
        }
    }

    private void limitTime() {
        if (limit.isZero() || limit.isNegative()) {
            return;
        }
        long left = limit.toNanos() - (System.nanoTime() - started);
        timer = transport().after(left, this::expire);
        if (isDone()) {
            stopTimer();
        }
    }

    private void expire() {
        if (!isDone()) {
            end(NoReply.timeout(limit, withdraw()));
        }
    }

    @Override
    void end(RecordedReply reply) {
        if (isDone()) {
            return;
        }
        try {
            super.complete(decoding.read(script().script(), typedCall, reply));
        } catch (Throwable e) {
            super.completeExceptionally(e);
        }
        stopTimer();
    }

    @Override
    void end(NoReply failure) {
        super.completeExceptionally(failure.toException(script().script()));
        stopTimer();
    }

    @Override
    public boolean complete(T value) {
        abandon();
        return super.complete(value);
    }

    @Override
    public boolean completeExceptionally(Throwable cause) {
        abandon();
        return super.completeExceptionally(cause);
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        abandon();
        return super.cancel(mayInterruptIfRunning);
    }

    /** Before the future says so, that a call which was taken back is never written after its caller knows. */
    private void abandon() {
        if (!isDone()) {
            withdraw();
            stopTimer();
        }
    }

    private void stopTimer() {
        Timeout running = timer;
        if (running != null) {
            running.cancel();
        }
    }
}
