package dev.perigee.transport;

import dev.perigee.invoke.ScriptCall;
import io.netty.util.Timeout;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the caller of an asynchronous method has. Whoever else completes it, by cancelling, by a time limit of the caller's or
 * in any other way, takes the call back.
 */
final class AsyncReply<T extends @Nullable Object> extends CompletableFuture<T> {

    private final AsyncCall<T> call;

    /** In milliseconds, which is precise enough for time limits and takes no more memory; only differences mean anything. */
    private final int started = now();

    private volatile @Nullable Timeout timer;

    AsyncReply(AsyncCall<T> call) {
        this.call = call;
    }

    private static int now() {
        return (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }

    /** How many nanoseconds ago the call was made. */
    long age() {
        return TimeUnit.MILLISECONDS.toNanos(now() - started);
    }

    boolean isTimed() {
        return timer != null;
    }

    void timer(Timeout running) {
        timer = running;
        if (isDone()) {
            running.cancel();
        }
    }

    /** The server has answered. */
    void read(ScriptCall<T> read, ReplyDecoding decoding, ScriptCommand answered) {
        if (isDone()) {
            return;
        }
        try {
            super.complete(decoding.read(read, answered));
        } catch (Throwable e) {
            super.completeExceptionally(e);
        }
        over();
    }

    /** There will be no answer. */
    void fail(Throwable cause) {
        super.completeExceptionally(cause);
        over();
    }

    @Override
    public boolean complete(T value) {
        abandon();
        boolean first = super.complete(value);
        over();
        return first;
    }

    @Override
    public boolean completeExceptionally(Throwable cause) {
        abandon();
        boolean first = super.completeExceptionally(cause);
        over();
        return first;
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        abandon();
        boolean first = super.cancel(mayInterruptIfRunning);
        over();
        return first;
    }

    /** Before the future says so, that a call which was taken back is never written after its caller knows. */
    private void abandon() {
        if (!isDone()) {
            call.takeBack();
        }
    }

    /** Nobody needs to look at the time any more. */
    private void over() {
        Timeout running = timer;
        if (running != null) {
            running.cancel();
        }
        call.forget();
    }
}
