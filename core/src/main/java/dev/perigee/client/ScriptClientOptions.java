package dev.perigee.client;

import dev.perigee.codec.ArgEncoder;
import dev.perigee.codec.JsonCodec;
import dev.perigee.codec.ReplyDecoder;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a {@link ScriptClient} behaves. Immutable; {@link #defaults()} is where to start. */
public final class ScriptClientOptions {

    private static final int DEFAULT_MAX_IN_FLIGHT = 1024;
    private static final ScriptClientOptions DEFAULTS = new ScriptClientOptions(
            StaleScripts.WARN, DEFAULT_MAX_IN_FLIGHT, new RegisteredCodecs(Map.of(), Map.of(), null));

    private final StaleScripts staleScripts;
    private final int maxInFlight;
    private final RegisteredCodecs codecs;

    private ScriptClientOptions(StaleScripts staleScripts, int maxInFlight, RegisteredCodecs codecs) {
        this.staleScripts = staleScripts;
        this.maxInFlight = maxInFlight;
        this.codecs = codecs;
    }

    /** {@link StaleScripts#WARN}, 1,024 calls of a batch in flight, and no codecs. */
    public static ScriptClientOptions defaults() {
        return DEFAULTS;
    }

    /** These options with another answer to scripts that changed after compilation. */
    public ScriptClientOptions withStaleScripts(StaleScripts answer) {
        return new ScriptClientOptions(Objects.requireNonNull(answer, "answer"), maxInFlight, codecs);
    }

    /**
     * These options with another limit to the calls of one batch, of a method with {@link dev.perigee.Each @Each}, that wait
     * for their replies at a time. More of them keep a distant server busy; each takes some 500 bytes here and its reply
     * there.
     *
     * @param calls at least 1
     */
    public ScriptClientOptions withMaxInFlight(int calls) {
        if (calls < 1) {
            throw new IllegalArgumentException("maxInFlight is " + calls + ", but must be at least 1");
        }
        return new ScriptClientOptions(staleScripts, calls, codecs);
    }

    /** These options with an encoder for exactly this type, in place of an earlier one. See {@link dev.perigee.Codec}. */
    public <T> ScriptClientOptions withEncoder(Class<T> type, ArgEncoder<? super T> encoder) {
        Map<Class<?>, ArgEncoder<?>> encoders = new HashMap<>(codecs.encoders());
        encoders.put(Objects.requireNonNull(type, "type"), Objects.requireNonNull(encoder, "encoder"));
        return with(new RegisteredCodecs(encoders, codecs.decoders(), codecs.json()));
    }

    /** These options with a decoder for exactly this type, in place of an earlier one. See {@link dev.perigee.Codec}. */
    public <T> ScriptClientOptions withDecoder(Class<T> type, ReplyDecoder<? extends T> decoder) {
        Map<Class<?>, ReplyDecoder<?>> decoders = new HashMap<>(codecs.decoders());
        decoders.put(Objects.requireNonNull(type, "type"), Objects.requireNonNull(decoder, "decoder"));
        return with(new RegisteredCodecs(codecs.encoders(), decoders, codecs.json()));
    }

    /** These options with what writes and reads the JSON of {@link dev.perigee.Json @Json} values. */
    public ScriptClientOptions withJson(@Nullable JsonCodec json) {
        return with(new RegisteredCodecs(codecs.encoders(), codecs.decoders(), json));
    }

    private ScriptClientOptions with(RegisteredCodecs others) {
        return new ScriptClientOptions(staleScripts, maxInFlight, others);
    }

    /** What to do about scripts that changed after compilation. */
    public StaleScripts staleScripts() {
        return staleScripts;
    }

    /** How many calls of one batch wait for their replies at a time. */
    public int maxInFlight() {
        return maxInFlight;
    }

    RegisteredCodecs codecs() {
        return codecs;
    }

    @Override
    public String toString() {
        return "ScriptClientOptions[staleScripts=" + staleScripts + ", maxInFlight=" + maxInFlight + ", codecs="
                + codecs + "]";
    }
}
