package dev.perigee.invoke;

import dev.perigee.Outcome;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * The calls of a method with an {@code @Each} parameter. Nothing is sent before one of these methods is called, each of
 * which sends them all; those with a publisher at each subscription, when something is requested.
 *
 * <p>The call of an element is made when it is about to be sent: by the methods that wait on the caller's thread, where
 * replies are read as well; by the others on the caller's thread at first, and on event loops later, where nothing may block.
 * Calls are sent in groups, with one flush for each server. At most as many as the client's options allow wait for their
 * replies at a time; when half of these have come, more are sent. Beside the results nothing is kept of a call, so that there
 * may be any number of elements.
 *
 * <p>Calls are independent. They may run in any order, and a call fails alone: where its arguments are refused, by an error
 * of the server's, by a reply that does not fit, by a lost connection, or because the connection's time-out is over, counted
 * from when it was sent. If the collection itself fails, as with a {@code ConcurrentModificationException}, the elements that
 * it did not give out fail as not executed; the calls before them are not affected.
 *
 * <p>Cancelling a future or a subscription, and interrupting a thread that waits, takes back the calls that were not yet
 * written, and sends no more. After an interrupt the methods that wait return, or throw, what has become of each call.
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

    /**
     * The results in the order of the elements, each as soon as it and all before it are there; without those that are null.
     * Ends with the first error, and then takes back the calls that were not yet written. No more calls are sent than may be in
     * flight beyond what was emitted.
     */
    Flux<T> resultsFlux();

    /** As {@link #resultsFlux()}, with the outcomes of all elements. */
    Flux<Outcome<T>> outcomesFlux();
}
