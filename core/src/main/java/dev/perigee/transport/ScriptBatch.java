package dev.perigee.transport;

import dev.perigee.Outcome;
import dev.perigee.invoke.Batch;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** A batch, in all the ways in which it can be sent. */
final class ScriptBatch<E, T extends @Nullable Object> implements Batch<T> {

    private final BatchSource<E, T> source;

    ScriptBatch(BatchSource<E, T> source) {
        this.source = source;
    }

    @Override
    public List<T> results() {
        return sent().values(source.script());
    }

    @Override
    public List<Outcome<T>> outcomes() {
        return sent().outcomes();
    }

    @Override
    public void run() {
        sent().requireSuccess(source.script());
    }

    private BatchResults<T> sent() {
        return new WaitingRun<>(source).await();
    }

    @Override
    public CompletableFuture<List<T>> resultsAsync() {
        return new AsyncRun<>(source, results -> results.values(source.script())).start();
    }

    @Override
    public CompletableFuture<List<Outcome<T>>> outcomesAsync() {
        return new AsyncRun<>(source, BatchResults::outcomes).start();
    }

    @Override
    public CompletableFuture<Void> runAsync() {
        return new AsyncRun<E, T, @Nullable Void>(source, results -> {
                    results.requireSuccess(source.script());
                    return null;
                })
                .start();
    }

    @Override
    public Flux<T> resultsFlux() {
        return published(result -> valueOf(BatchResults.outcome(result)));
    }

    @Override
    public Flux<Outcome<T>> outcomesFlux() {
        return published(BatchResults::outcome);
    }

    private <R> Flux<R> published(PublishingRun.Emission<R> emission) {
        return Flux.from(
                subscriber -> subscriber.onSubscribe(new PublishingRun<E, T, R>(source, subscriber, emission)));
    }

    private static <T extends @Nullable Object> T valueOf(Outcome<T> outcome) throws Exception {
        if (outcome instanceof Outcome.Failure<T> failure) {
            throw failure.error();
        }
        return ((Outcome.Success<T>) outcome).value();
    }
}
