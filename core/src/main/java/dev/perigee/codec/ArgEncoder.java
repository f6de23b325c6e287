package dev.perigee.codec;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Function;

/**
 * Turns a value into one argument of a script. Safe for use by many threads.
 *
 * <p>Runs on the thread that makes the call, the caller's or the subscriber's, before the call is sent. With {@link
 * dev.perigee.Each @Each}, where the method does not wait, that may be an event loop, and it must not block there. What it
 * throws reaches the caller as the cause of a {@link dev.perigee.error.ScriptArgumentException ScriptArgumentException}.
 *
 * @param <T> the type of the values
 * @see dev.perigee.Codec
 */
@FunctionalInterface
public interface ArgEncoder<T> {

    /** The argument's bytes. */
    byte[] encode(T value);

    /** An encoder that sends a text in UTF-8. */
    static <T> ArgEncoder<T> text(Function<? super T, String> text) {
        Objects.requireNonNull(text, "text");
        return value -> text.apply(value).getBytes(StandardCharsets.UTF_8);
    }
}
