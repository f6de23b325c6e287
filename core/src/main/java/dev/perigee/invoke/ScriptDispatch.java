package dev.perigee.invoke;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Sends the calls of one invoker. Safe for use by many threads. */
public interface ScriptDispatch {

    /** The version of this package that invokers are generated for. */
    int ABI = 1;

    /**
     * Calls a script and waits for its reply, at most as long as the connection's command time-out.
     *
     * @throws dev.perigee.error.ScriptException as its subtypes say
     */
    <T extends @Nullable Object> T call(ScriptCall<T> call);

    /**
     * Calls a script without waiting. The future fails with a {@link dev.perigee.error.ScriptException}. Code that
     * depends on it runs on the connection's event loop unless it asks for an executor of its own, and must not block
     * there. Cancelling the future does not take the call back.
     */
    <T extends @Nullable Object> CompletableFuture<T> callAsync(ScriptCall<T> call);

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
