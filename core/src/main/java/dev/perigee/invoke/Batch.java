package dev.perigee.invoke;

import dev.perigee.Outcome;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * The calls of a method with an {@code @Each} parameter. Nothing is sent before one of these methods is called, each of
 * which sends them all; those with a publisher at each subscription.
 *
 * @param <T> what each reply is read into
 */
public interface Batch<T extends @Nullable Object> {

    /**
     * Waits for all results, in the order of the elements.
     *
     * @throws dev.perigee.error.BatchException if a call failed
     */
    List<T> results();

    /** Waits for all outcomes, in the order of the elements. */
    List<Outcome<T>> outcomes();

    /** Waits for all calls; as {@link #results()}, without any. */
    void run();

    /** As {@link #results()}, without waiting. */
    CompletableFuture<List<T>> resultsAsync();

    /** As {@link #outcomes()}, without waiting. */
    CompletableFuture<List<Outcome<T>>> outcomesAsync();

    /** As {@link #run()}, without waiting. */
    CompletableFuture<Void> runAsync();

    /** The results in the order of the elements, each as soon as it and all before it are there; ends with the first error. */
    Flux<T> resultsFlux();

    /** The outcomes in the order of the elements, each as soon as it and all before it are there. */
    Flux<Outcome<T>> outcomesFlux();
}
