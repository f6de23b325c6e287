package dev.perigee.client;

import dev.perigee.codec.ArgEncoder;
import dev.perigee.codec.JsonCodec;
import dev.perigee.codec.ReplyDecoder;
import dev.perigee.transport.TransportSettings;
import io.lettuce.core.ReadFrom;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a {@link ScriptClient} behaves. Immutable; {@link #defaults()} is where to start. */
public final class ScriptClientOptions {

    private static final int DEFAULT_MAX_IN_FLIGHT = 1024;
    private static final Duration LONGEST_SPIN = Duration.ofMillis(1);
    private static final ScriptClientOptions DEFAULTS = new ScriptClientOptions(
            StaleScripts.WARN,
            DEFAULT_MAX_IN_FLIGHT,
            new TransportSettings(true, Duration.ZERO, null, false),
            new RegisteredCodecs(Map.of(), Map.of(), null));

    private final StaleScripts staleScripts;
    private final int maxInFlight;
    private final TransportSettings transport;
    private final RegisteredCodecs codecs;

    private ScriptClientOptions(
            StaleScripts staleScripts, int maxInFlight, TransportSettings transport, RegisteredCodecs codecs) {
        this.staleScripts = staleScripts;
        this.maxInFlight = maxInFlight;
        this.transport = transport;
        this.codecs = codecs;
    }

    /**
     * {@link StaleScripts#WARN}, 1,024 calls of a batch in flight, flush consolidation, no spinning, everything on masters,
     * no script killed, and no codecs.
     */
    public static ScriptClientOptions defaults() {
        return DEFAULTS;
    }

    /** These options with another answer to scripts that changed after compilation. */
    public ScriptClientOptions withStaleScripts(StaleScripts answer) {
        return new ScriptClientOptions(Objects.requireNonNull(answer, "answer"), maxInFlight, transport, codecs);
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
        return new ScriptClientOptions(staleScripts, calls, transport, codecs);
    }

    /**
     * These options with calls that share their flushes, as by default, or not. While the event loop of a connection has not
     * written a call yet, those that come after it wait, and go out together with as few system calls as that allows. A call
     * that finds nothing before it is sent at once in either case, and the others wait hardly longer than the event loop would
     * have kept them waiting. It costs each call a few atomic operations. Without it each call is written by itself, as Lettuce
     * does. A batch, of a method with {@link dev.perigee.Each @Each}, has one flush for each server in either case, unless other
     * calls wait before it.
     *
     * <p>Without effect for {@link ScriptClient#connectReplicas}, where Lettuce chooses among several servers, and where its
     * {@code requestQueueSize} is limited, since it has to know of all calls that wait then.
     */
    public ScriptClientOptions withFlushConsolidation(boolean share) {
        return with(new TransportSettings(share, transport.spin(), transport.readFrom(), transport.killOnTimeout()));
    }

    /**
     * These options with callers that keep running for so long while they wait for a reply, before they let the scheduler have
     * their thread. A reply that comes in the meantime is taken up some ten microseconds earlier. It costs a core for each
     * caller that waits, for as long: sensible for a few threads on a machine with cores to spare, and harmful otherwise.
     *
     * @param time zero for not at all; at most a millisecond, since a longer wait gains nothing
     */
    public ScriptClientOptions withSpin(Duration time) {
        if (time.isNegative() || time.compareTo(LONGEST_SPIN) > 0) {
            throw new IllegalArgumentException("spin is " + time + ", but must be from zero to " + LONGEST_SPIN);
        }
        return with(new TransportSettings(
                transport.flushConsolidation(), time, transport.readFrom(), transport.killOnTimeout()));
    }

    /**
     * These options with another choice of the servers that scripts run on which are proven to write nothing, those of
     * methods with {@link dev.perigee.ReadOnly @ReadOnly}. Replicas are behind their master by some milliseconds or, when the
     * link between them is down, by more.
     *
     * @param readFrom null for the masters
     */
    public ScriptClientOptions withReadFrom(@Nullable ReadFrom readFrom) {
        return with(new TransportSettings(
                transport.flushConsolidation(), transport.spin(), readFrom, transport.killOnTimeout()));
    }

    /**
     * These options with scripts that are killed when they run for longer than their calls may take, or not. A script that
     * never ends stops its whole server; {@code SCRIPT KILL} ends it, as long as it has written nothing.
     *
     * <p>When a call's time limit passes and its script runs, it is killed as soon as the server calls itself busy, which it
     * does after its {@code busy-reply-threshold} ({@code lua-time-limit} up to Redis 6.2; 5 seconds by default). The caller
     * waits for that 500 milliseconds longer than the limit at most; after that it is done in the background, and logged. The
     * call fails with {@link dev.perigee.error.ScriptNotExecutedException ScriptNotExecutedException} if the script was killed,
     * and with {@link dev.perigee.error.ScriptOutcomeUnknownException ScriptOutcomeUnknownException} otherwise, whose message says
     * {@code UNKILLABLE} where it has written: it goes on then.
     *
     * <p>Only a script that this client sent and whose own time is up is killed, never one of another client that keeps the
     * server busy. Other calls of this client wait behind the script, since they share its connection: those whose time is up
     * fail, and the others run when it has ended. Calls of other clients are answered with {@code BUSY} while it runs. Redis
     * knows no way to kill one certain script, so a moment is left: if the script ends by itself just when it is being killed,
     * and another one, of whomever, follows at once and keeps the server busy as well, that is killed.
     *
     * <p>It takes another connection to each server, and some work for each call. {@link ScriptClient#connectReplicas}
     * refuses it.
     */
    public ScriptClientOptions withKillOnTimeout(boolean kill) {
        return with(
                new TransportSettings(transport.flushConsolidation(), transport.spin(), transport.readFrom(), kill));
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
        return new ScriptClientOptions(staleScripts, maxInFlight, transport, others);
    }

    private ScriptClientOptions with(TransportSettings others) {
        return new ScriptClientOptions(staleScripts, maxInFlight, others, codecs);
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

    TransportSettings transport() {
        return transport;
    }

    @Override
    public String toString() {
        return "ScriptClientOptions[staleScripts=" + staleScripts + ", maxInFlight=" + maxInFlight
                + ", flushConsolidation="
                + transport.flushConsolidation() + ", spin=" + transport.spin() + ", readFrom=" + transport.readFrom()
                + ", killOnTimeout=" + transport.killOnTimeout() + ", codecs=" + codecs + "]";
    }
}
