package dev.perigee.invoke;

import dev.perigee.codec.ArgEncoder;
import dev.perigee.codec.JsonCodec;
import dev.perigee.codec.ReplyDecoder;
import org.jspecify.annotations.Nullable;

/** What is registered on a client for types that Perigee has no form for. Immutable. */
public interface Codecs {

    /** The encoder that is registered for exactly this type; null if there is none. */
    <T> @Nullable ArgEncoder<T> encoder(Class<T> type);

    /** The decoder that is registered for exactly this type; null if there is none. */
    <T> @Nullable ReplyDecoder<T> decoder(Class<T> type);

    /** What writes and reads JSON; null if nothing does. */
    @Nullable
    JsonCodec json();
}
