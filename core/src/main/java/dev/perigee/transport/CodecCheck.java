package dev.perigee.transport;

import dev.perigee.error.InvokerException;
import dev.perigee.error.InvokerException.Reason;
import dev.perigee.invoke.Codecs;
import org.jspecify.annotations.Nullable;

/** Whether a client has what an interface needs for the types that Perigee has no form for. */
final class CodecCheck {

    private final Class<?> type;
    private final Codecs codecs;

    /** @param type the interface */
    CodecCheck(Class<?> type, Codecs codecs) {
        this.type = type;
        this.codecs = codecs;
    }

    void requireJson() {
        require(
                codecs.json(),
                "has @Json values",
                "JSON codec",
                "withJson(new JacksonJsonCodec()), of perigee-jackson, or with a JsonCodec of your own");
    }

    void requireEncoder(Class<?> value) {
        String name = value.getCanonicalName();
        require(
                codecs.encoder(value),
                "passes " + name,
                "encoder for it",
                "withEncoder(" + value.getSimpleName() + ".class, ...), or name one with @Codec");
    }

    void requireDecoder(Class<?> value) {
        String name = value.getCanonicalName();
        require(
                codecs.decoder(value),
                "returns " + name,
                "decoder for it",
                "withDecoder(" + value.getSimpleName() + ".class, ...), or name one with @Codec");
    }

    private void require(@Nullable Object codec, String need, String what, String how) {
        if (codec == null) {
            throw new InvokerException(
                    Reason.MISSING_CODEC,
                    type,
                    type.getName() + " " + need + ", but its ScriptClient has no " + what
                            + ": connect it with ScriptClientOptions.defaults()." + how,
                    null);
        }
    }
}
