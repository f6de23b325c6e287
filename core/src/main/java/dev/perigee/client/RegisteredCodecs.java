package dev.perigee.client;

import dev.perigee.codec.ArgEncoder;
import dev.perigee.codec.JsonCodec;
import dev.perigee.codec.ReplyDecoder;
import dev.perigee.invoke.Codecs;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a client's options register for types of the application.
 *
 * @param encoders each takes its key's type
 * @param decoders each gives its key's type
 * @param json what writes and reads JSON
 */
record RegisteredCodecs(
        Map<Class<?>, ArgEncoder<?>> encoders,
        Map<Class<?>, ReplyDecoder<?>> decoders,
        @Nullable JsonCodec json) implements Codecs {

    RegisteredCodecs {
        encoders = Map.copyOf(encoders);
        decoders = Map.copyOf(decoders);
    }

    /** The options let only an encoder of this type or a wider one be registered for it. */
    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable ArgEncoder<T> encoder(Class<T> type) {
        return (ArgEncoder<T>) encoders.get(type);
    }

    /** The options let only a decoder of this type or a narrower one be registered for it. */
    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable ReplyDecoder<T> decoder(Class<T> type) {
        return (ReplyDecoder<T>) decoders.get(type);
    }

    @Override
    public String toString() {
        return Stream.concat(encoders.keySet().stream(), decoders.keySet().stream())
                .map(Class::getSimpleName)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", ", "[", json == null ? "]" : "; JSON]"));
    }
}
