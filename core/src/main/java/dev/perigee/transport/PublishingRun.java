package dev.perigee.transport;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import reactor.core.publisher.Operators;

/**
 * A batch for one subscriber. Sends nothing before the first request, and then never more than a window ahead of what has
 * been emitted, so that it holds no more results than that.
 */
final class PublishingRun<E, T extends @Nullable Object, R> extends SignalledRun<E, T> implements Subscription {

    /** What is emitted for a result. */
    interface Emission<R> {

        /** Null to emit nothing; throws what the sequence ends with. */
        @Nullable
        R of(@Nullable Object result) throws Exception;
    }

    private static final Logger LOG = System.getLogger("dev.perigee.client.ScriptClient");
    private static final Object NULL = new Object();

    private final Subscriber<? super R> subscriber;
    private final Emission<R> emission;
    private final AtomicLong requested = new AtomicLong();
    private final @Nullable Object[] waiting;
    private long demand;
    private int emitted;

    PublishingRun(BatchSource<E, T> source, Subscriber<? super R> subscriber, Emission<R> emission) {
        super(source, Math.max(1, Math.min(source.window(), source.size())));
        this.subscriber = subscriber;
        this.emission = emission;
        this.waiting = new @Nullable Object[window()];
    }

    @Override
    public void request(long n) {
        if (Operators.validate(n)) {
            requested.getAndAccumulate(n, Operators::addCap);
            signal();
        }
    }

    @Override
    boolean proceed() {
        demand = Operators.addCap(demand, requested.getAndSet(0));
        if (demand == 0 && next() == 0) {
            return false;
        }
        boolean more;
        do {
            work();
            more = emit();
            if (isClosed() || isCancelled()) {
                return false;
            }
            if (isFinished() && emitted == next()) {
                close();
                subscriber.onComplete();
                return false;
            }
        } while (more || isEnoughEnded(true));
        return true;
    }

    /** Emits what is wanted and there, in order; false if that was nothing. */
    private boolean emit() {
        boolean any = false;
        int place = emitted % waiting.length;
        while (demand > 0 && !isCancelled() && waiting[place] != null) {
            Object result = waiting[place];
            waiting[place] = null;
            emitted++;
            any = true;
            emit(result == NULL ? null : result);
            if (isClosed()) {
                break;
            }
            place = emitted % waiting.length;
        }
        return any;
    }

    private void emit(@Nullable Object result) {
        R value;
        try {
            value = emission.of(result);
        } catch (Exception e) {
            close();
            subscriber.onError(e);
            return;
        }
        if (value != null) {
            demand--;
            subscriber.onNext(value);
        }
    }

    /** A subscriber must not throw; one that does may do so again. */
    @Override
    void broken(Throwable cause) {
        try {
            subscriber.onError(cause);
        } catch (Throwable e) {
            LOG.log(Level.WARNING, "the subscriber of a batch throws", e);
        }
    }

    @Override
    void settled(int index, @Nullable Object result) {
        waiting[index % waiting.length] = result == null ? NULL : result;
    }

    @Override
    int sendable() {
        return emitted + waiting.length - next();
    }
}
