package dev.perigee.invoke;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Sends the calls of one invoker. Safe for use by many threads.
 *
 * <p>Calls of one thread to one server run in the order in which they were made, save for those that miss their script, are
 * redirected, or are made while the connection is down: these may be overtaken.
 */
public interface ScriptDispatch {

    /** The version of this package that invokers are generated for. */
    int ABI = 3;

    /**
     * Calls a script and waits for its reply, at most as long as the connection's command time-out.
     *
     * <p>What {@link ScriptCall#raised} makes of the server's error is thrown even if it is a checked exception, which the
     * generated method declares.
     *
     * @throws dev.perigee.error.ScriptException as its subtypes say; or what {@link ScriptCall#raised} makes of an error
     */
    <T extends @Nullable Object> T call(ScriptCall<T> call);

    /** As {@link #call}, without boxing the number. */
    long call(ScriptCall.OfLong call);

    /** As {@link #call}, without boxing the number. */
    double call(ScriptCall.OfDouble call);

    /**
     * Calls a script without waiting. The future fails with a {@link dev.perigee.error.ScriptException}, or what {@link
     * ScriptCall#raised} makes of an error, at the latest when the connection's command time-out is over. The reply is read on
     * the connection's event loop; code that depends on the future runs there too, unless it asks for an executor of its own,
     * and must not block there.
     *
     * <p>Cancelling the future, or completing it in any other way as {@code orTimeout} does, takes back a call that was not
     * yet written: it never runs then. One that was written may run, but is not sent again.
     */
    <T extends @Nullable Object> CompletableFuture<T> callAsync(ScriptCall<T> call);

    /**
     * Calls a script at each subscription; empty where the reply is read into null. Otherwise as {@link #callAsync}: signals
     * come on the connection's event loop, and cancelling takes back a call that was not yet written.
     *
     * @param call makes the call, and may refuse its arguments, which the subscriber then learns
     */
    <T> Mono<T> callMono(Supplier<? extends ScriptCall<? extends @Nullable T>> call);

    /** As {@link #callMono}, with the elements of the list that the reply is read into, those that are null left out. */
    <T> Flux<T> callFlux(Supplier<? extends ScriptCall<List<T>>> call);

    /**
     * The calls for the elements of a collection. How they are sent, says {@link Batch}.
     *
     * @param name the parameter's name
     * @param elements the elements; not copied, so they must not change until all calls have ended
     * @param call makes the call for an element, when it is about to be sent
     * @throws dev.perigee.error.ScriptArgumentException if the collection is null
     */
    <E, T extends @Nullable Object> Batch<T> each(
            Script script, String name, @Nullable Collection<? extends E> elements, Function<E, ScriptCall<T>> call);

    /** What is registered on the client. */
    Codecs codecs();

    /** Fails with an {@link dev.perigee.error.InvokerException} if the client has no JSON codec. */
    void requireJson();

    /** Fails with an {@link dev.perigee.error.InvokerException} if no encoder is registered for the type. */
    void requireEncoder(Class<?> type);

    /** Fails with an {@link dev.perigee.error.InvokerException} if no decoder is registered for the type. */
    void requireDecoder(Class<?> type);

    /**
     * Joins an invoker to a client; called by the constructor of every invoker.
     *
     * @param client the client
     * @param abi the {@link #ABI} that the invoker was generated for
     * @param type the interface
     * @param scripts the scripts it calls
     * @throws dev.perigee.error.InvokerException if the invoker was generated for another version, or a script's file has
     *     changed and the client is set to refuse that
     */
    static ScriptDispatch bind(InvokerHost client, int abi, Class<?> type, Script... scripts) {
        return client.bind(abi, type, scripts);
    }
}
