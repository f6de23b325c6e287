package dev.perigee;

import org.jspecify.annotations.Nullable;

/**
 * How the call for one element of an {@link Each @Each} parameter ended.
 *
 * @param <T> what the reply is read into
 */
public sealed interface Outcome<T extends @Nullable Object> {

    /**
     * The script ran, and its reply was read.
     *
     * @param value what the reply was read into
     * @param <T> its type
     */
    record Success<T extends @Nullable Object>(T value) implements Outcome<T> {}

    /**
     * The call failed, as the same call by itself would have: with a {@link dev.perigee.error.ScriptException
     * ScriptException}, or the application's own exception of {@link ScriptError @ScriptError}.
     *
     * @param error what it failed with
     * @param <T> what the reply would have been read into
     */
    record Failure<T extends @Nullable Object>(Exception error) implements Outcome<T> {}
}
