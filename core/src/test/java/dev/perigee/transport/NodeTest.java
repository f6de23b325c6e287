package dev.perigee.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.resource.ClientResources;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a command writes that Lettuce encodes when the connection is gone. */
class NodeTest {

    private static final ClientResources RESOURCES = ClientResources.create();

    private final Wire wire = new Wire(RESOURCES);
    private final List<Runnable> later = new ArrayList<>();
    private final LoneCommand command = new LoneCommand(new PlainCall(PlainCall.SCRIPT), later::add);

    @AfterAll
    static void stop() {
        RESOURCES.shutdown(0, 0, TimeUnit.SECONDS).syncUninterruptibly();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCommandWritesItsCallWhileItsNodeIsConnected(boolean waitsForReconnect) {
        node(waitsForReconnect).send(command);

        assertThat(wire.sent()).hasSize(1);
        assertThat(command.encoded()).isEqualTo(PlainCall.FRAME);
        assertThat(command.isSent()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCommandThatWaitsForTheReconnectIsWrittenThen(boolean flushConsolidation) {
        node(true, flushConsolidation).send(command);
        wire.connection().deactivated();

        assertThat(command.encoded()).isEqualTo(Wire.PING);
        assertThat(command.encoded()).isEqualTo(Wire.PING);
        assertThat(later).isEmpty();
        assertThat(command.isDone()).isFalse();
        assertThat(command.isSent()).isFalse();

        wire.connection().activated();
        assertThat(command.encoded()).isEqualTo(PlainCall.FRAME);
        assertThat(command.events).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCommandHasNotRunThatNothingWaitsWith(boolean flushConsolidation) {
        node(false, flushConsolidation).send(command);
        wire.connection().deactivated();

        assertThat(command.encoded()).isEqualTo(Wire.PING);
        assertThat(command.events).isEmpty();
        later.forEach(Runnable::run);
        assertThat(command.events)
                .containsExactly("failed, not sent: The connection was lost before the call was written");

        wire.connection().activated();
        assertThat(command.encoded()).isEqualTo(Wire.PING);
        assertThat(command.events).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCommandMayHaveRunThatWasWrittenBefore(boolean waitsForReconnect) {
        node(waitsForReconnect).send(command);
        command.encoded();
        wire.connection().deactivated();

        assertThat(command.encoded()).isEqualTo(Wire.PING);
        wire.connection().activated();
        assertThat(command.encoded()).isEqualTo(Wire.PING);
        later.forEach(Runnable::run);
        assertThat(command.events).containsExactly("failed, sent: The connection was lost before the reply came");
    }

    private Node node(boolean waitsForReconnect) {
        return node(waitsForReconnect, false);
    }

    private Node node(boolean waitsForReconnect, boolean flushConsolidation) {
        return new Node(
                "node",
                CompletableFuture.completedFuture(wire.connection()),
                waitsForReconnect,
                flushConsolidation,
                null);
    }
}
