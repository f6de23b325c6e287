package dev.perigee.transport;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A batch that completes a future. Completing it in any other way, as by cancelling, takes back what was not yet written. */
final class AsyncRun<E, T extends @Nullable Object, R extends @Nullable Object> extends SignalledRun<E, T> {

    private final BatchResults<T> results;
    private final Function<BatchResults<T>, R> end;
    private final Result result = new Result();

    /** @param end what the future completes with, or throws what it fails with */
    AsyncRun(BatchSource<E, T> source, Function<BatchResults<T>, R> end) {
        super(source, source.window());
        this.results = new BatchResults<>(source.size());
        this.end = end;
    }

    CompletableFuture<R> start() {
        signal();
        return result;
    }

    @Override
    boolean proceed() {
        do {
            work();
            if (isCancelled()) {
                return false;
            }
            if (isFinished()) {
                close();
                result.settle();
                return false;
            }
        } while (isEnoughEnded(false));
        return true;
    }

    @Override
    void broken(Throwable cause) {
        result.fail(cause);
    }

    @Override
    void settled(int index, @Nullable Object value) {
        results.set(index, value);
    }

    @Override
    int sendable() {
        return Integer.MAX_VALUE;
    }

    private final class Result extends CompletableFuture<R> {

        void settle() {
            if (isDone()) {
                return;
            }
            try {
                super.complete(end.apply(results));
            } catch (RuntimeException e) {
                super.completeExceptionally(e);
            }
        }

        void fail(Throwable cause) {
            super.completeExceptionally(cause);
        }

        @Override
        public boolean complete(R value) {
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

        private void abandon() {
            if (!isDone()) {
                AsyncRun.this.cancel();
            }
        }
    }
}
