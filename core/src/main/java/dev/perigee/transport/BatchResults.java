package dev.perigee.transport;

import dev.perigee.Outcome;
import dev.perigee.error.BatchException;
import dev.perigee.invoke.Script;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the calls of a batch came to, in the order of the elements. Used by one thread at a time. */
final class BatchResults<T extends @Nullable Object> {

    /** In the place of a value. */
    record Failed(Exception error) {}

    private final List<@Nullable Object> results;
    private int failures;

    BatchResults(int expected) {
        this.results = new ArrayList<>(expected);
    }

    void set(int index, @Nullable Object result) {
        while (results.size() <= index) {
            results.add(null);
        }
        results.set(index, result);
        if (result instanceof Failed) {
            failures++;
        }
    }

    /**
     * The results, all being there.
     *
     * @throws BatchException if a call failed
     */
    List<T> values(Script script) {
        requireSuccess(script);
        return Collections.unmodifiableList(this.<T>results());
    }

    /** @throws BatchException if a call failed */
    void requireSuccess(Script script) {
        if (failures > 0) {
            throw new BatchException(script.method(), script.file(), outcomes());
        }
    }

    /** The outcomes, all being there. */
    List<Outcome<T>> outcomes() {
        List<Outcome<T>> outcomes = new ArrayList<>(results.size());
        for (Object result : results) {
            outcomes.add(outcome(result));
        }
        return Collections.unmodifiableList(outcomes);
    }

    /** Without {@link Failed} among them, they are the values that the calls were read into. */
    @SuppressWarnings("unchecked")
    private <V extends @Nullable Object> List<V> results() {
        return (List<V>) results;
    }

    /** What is not {@link Failed} is the value that the call was read into; null only if {@code T} may be. */
    @SuppressWarnings({"unchecked", "NullAway"})
    static <T extends @Nullable Object> Outcome<T> outcome(@Nullable Object result) {
        return result instanceof Failed failed
                ? new Outcome.Failure<>(failed.error)
                : new Outcome.Success<>((T) result);
    }
}
