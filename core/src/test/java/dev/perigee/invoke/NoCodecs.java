package dev.perigee.invoke;

import dev.perigee.codec.ArgEncoder;
import dev.perigee.codec.JsonCodec;
import dev.perigee.codec.ReplyDecoder;
import org.jspecify.annotations.Nullable;

/** A client that nothing is registered on. */
public enum NoCodecs implements Codecs {
    INSTANCE;

    @Override
    public <T> @Nullable ArgEncoder<T> encoder(Class<T> type) {
        return null;
    }

    @Override
    public <T> @Nullable ReplyDecoder<T> decoder(Class<T> type) {
        return null;
    }

    @Override
    public @Nullable JsonCodec json() {
        return null;
    }
}
