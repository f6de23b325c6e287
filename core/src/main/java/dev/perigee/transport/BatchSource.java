package dev.perigee.transport;

import dev.perigee.error.ScriptNotExecutedException;
import dev.perigee.invoke.Script;
import dev.perigee.invoke.ScriptCall;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a batch is made of.
 *
 * @param window how many calls may wait for their replies at a time, at least 1
 * @param elements the elements
 * @param call makes the call for one of them
 */
record BatchSource<E, T extends @Nullable Object>(
        BoundScript bound, int window, Collection<? extends E> elements, Function<E, ScriptCall<T>> call) {

    ScriptTransport transport() {
        return bound.transport();
    }

    Script script() {
        return bound.script();
    }

    ScriptNotExecutedException notSent(String reason, Throwable cause) {
        return new ScriptNotExecutedException(script().method(), script().file(), "not sent: " + reason, cause);
    }

    /** How many elements there are just now; 0 if the collection cannot say so. */
    int size() {
        try {
            return Math.max(0, elements.size());
        } catch (RuntimeException e) {
            return 0;
        }
    }
}
