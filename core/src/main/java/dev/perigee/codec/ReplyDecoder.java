package dev.perigee.codec;

/**
 * Reads a reply, or a part of one, into a value. Safe for use by many threads.
 *
 * <p>Runs on the caller's thread, or on the connection's event loop where the method does not wait, and must not block
 * there. What it throws reaches the caller as the cause of a {@link dev.perigee.error.ScriptReplyException
 * ScriptReplyException}, unless it is one already, as what {@link ReplyValue} throws.
 *
 * @param <T> the type of the values
 * @see dev.perigee.Codec
 */
@FunctionalInterface
public interface ReplyDecoder<T> {

    /** Reads the value, all of it; only a nil may be left unread. Not null. */
    T decode(ReplyValue reply);
}
