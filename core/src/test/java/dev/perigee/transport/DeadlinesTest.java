package dev.perigee.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perigee.error.ScriptException;
import dev.perigee.error.ScriptNotExecutedException;
import dev.perigee.error.ScriptOutcomeUnknownException;
import dev.perigee.invoke.NoCodecs;
import dev.perigee.invoke.Script;
import io.lettuce.core.resource.ClientResources;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The longest and the shortest time limits. */
@Timeout(60)
class DeadlinesTest {

    private static final ClientResources RESOURCES = ClientResources.create();

    private final Wire wire = new Wire(RESOURCES);
    private final TransportSettings settings = new TransportSettings(false, Duration.ZERO, null, false);
    private final ScriptTransport transport =
            new ScriptTransport(new OneServer("server", wire.connection(), settings, null), settings);

    @AfterAll
    static void stop() {
        RESOURCES.shutdown(0, 0, TimeUnit.SECONDS).syncUninterruptibly();
    }

    /** More milliseconds than an int counts, twice as many, and as many nanoseconds as a long counts. */
    @ParameterizedTest
    @ValueSource(strings = {"P25D", "P50D", "P106751D"})
    void aCallMayTakeWeeks(String limit) {
        CompletableFuture<Long> patient = call(limit);
        CompletableFuture<Long> hasty = call("PT0.001S");
        assertEnds(hasty, ScriptNotExecutedException.class, "not sent within 1 ms");
        CompletableFuture<Long> another = call("PT0.001S");
        assertEnds(another, ScriptNotExecutedException.class, "not sent within 1 ms");
        assertThat(patient).isNotDone();

        wire.answer(0, ":7\r\n");
        assertThat(patient).isCompletedWithValue(7L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0.001S", "PT0.000001S", "PT0.000000001S"})
    void aCallMayTakeAMillisecondOrLess(String limit) {
        CompletableFuture<Long> waiting = call(limit);
        assertEnds(waiting, ScriptNotExecutedException.class, "not sent within ");
        assertThat(Wire.encode(wire.sent().get(0))).isEqualTo(Wire.PING);
    }

    @Test
    void aCallMayHaveRunThatWasWrittenWithinAMillisecond() {
        Wire eager = new Wire(RESOURCES, Wire::encode);
        CompletableFuture<Long> call = call(
                new ScriptTransport(new OneServer("server", eager.connection(), settings, null), settings), "PT0.001S");

        assertEnds(call, ScriptOutcomeUnknownException.class, "no reply within 1 ms");
    }

    private CompletableFuture<Long> call(String limit) {
        return call(transport, limit);
    }

    private static CompletableFuture<Long> call(ScriptTransport transport, String limit) {
        Script script = PlainCall.SCRIPT.timeout(limit);
        AsyncCall<Long> call = new AsyncCall<>(
                new BoundScript(transport, new ReplyDecoding(NoCodecs.INSTANCE), script), new PlainCall(script));
        call.start();
        return call.future();
    }

    private static void assertEnds(
            CompletableFuture<Long> call, Class<? extends ScriptException> type, String message) {
        assertThatThrownBy(() -> call.get(10, TimeUnit.SECONDS))
                .cause()
                .isExactlyInstanceOf(type)
                .hasMessageContaining(message);
    }
}
