package dev.perigee.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.perigee.error.ScriptException;
import dev.perigee.error.ScriptNotExecutedException;
import dev.perigee.error.ScriptOutcomeUnknownException;
import dev.perigee.invoke.Delivery;
import dev.perigee.invoke.NoCodecs;
import dev.perigee.invoke.Script;
import io.lettuce.core.protocol.RedisCommand;
import io.lettuce.core.resource.ClientResources;
import io.netty.util.concurrent.DefaultEventExecutorGroup;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls that would be sent again when Lettuce's threads have been shut down. */
@Timeout(60)
class RetriesTest {

    private static final String LOADING = "-LOADING Redis is loading the dataset in memory\r\n";
    private static final Script ONCE = PlainCall.SCRIPT;
    private static final Script IDEMPOTENT = PlainCall.SCRIPT.with(Delivery.IDEMPOTENT);

    private final DefaultEventExecutorGroup threads = new DefaultEventExecutorGroup(1);
    private final ClientResources resources =
            ClientResources.builder().eventExecutorGroup(threads).build();
    private final Wire wire = new Wire(resources);
    private final TransportSettings settings = new TransportSettings(false, Duration.ZERO, null, false);
    private final ScriptTransport transport =
            new ScriptTransport(new OneServer("server", wire.connection(), settings, null), settings);

    @AfterEach
    void stop() {
        shutDownThreads();
        resources.shutdown(0, 0, TimeUnit.SECONDS).syncUninterruptibly();
    }

    @Test
    void aCallThatTheServerHasRefusedHasNotRun() {
        CompletableFuture<Long> call = call(ONCE);
        shutDownThreads();
        wire.answer(0, LOADING);

        assertClosed(call, ScriptNotExecutedException.class, "not sent: the client is closed");
    }

    @Test
    void aCallMayHaveRunThatWasWrittenBeforeTheConnectionWasLost() {
        CompletableFuture<Long> call = call(IDEMPOTENT);
        shutDownThreads();
        lose(wire.sent().get(0));

        assertClosed(
                call, ScriptOutcomeUnknownException.class, "the script may have run: not sent: the client is closed");
    }

    @Test
    void aCallMayHaveRunWhoseRepetitionIsRefused() {
        CompletableFuture<Long> call = call(IDEMPOTENT);
        lose(wire.sent().get(0));
        awaitSecond();
        shutDownThreads();
        wire.answer(1, LOADING);

        assertClosed(
                call, ScriptOutcomeUnknownException.class, "the script may have run: not sent: the client is closed");
    }

    @Test
    void aCallThatPausesEndsWithTheThreads() {
        CompletableFuture<Long> call = call(ONCE);
        onTheThreadThatIsShutDownNext(() -> wire.answer(0, LOADING));

        assertClosed(call, ScriptNotExecutedException.class, "not sent: the client is closed");
    }

    @Test
    void aCallThatPausesMayHaveRun() {
        CompletableFuture<Long> call = call(IDEMPOTENT);
        onTheThreadThatIsShutDownNext(() -> lose(wire.sent().get(0)));

        assertClosed(
                call, ScriptOutcomeUnknownException.class, "the script may have run: not sent: the client is closed");
    }

    private CompletableFuture<Long> call(Script script) {
        BoundScript bound = new BoundScript(transport, new ReplyDecoding(NoCodecs.INSTANCE), script);
        AsyncCall<Long> call = new AsyncCall<>(bound, new PlainCall(script));
        call.start();
        assertThat(wire.sent()).hasSize(1);
        return call.future();
    }

    /** After it was written. */
    private static void lose(RedisCommand<?, ?, ?> command) {
        Wire.encode(command);
        ((ScriptCommand) command).removeSource();
    }

    private void awaitSecond() {
        await().until(() -> wire.sent().size() == 2);
    }

    /** So that what the task leaves to be done later is not done, but cancelled. */
    private void onTheThreadThatIsShutDownNext(Runnable task) {
        CompletableFuture.runAsync(
                        () -> {
                            task.run();
                            Future<?> unused = threads.shutdownGracefully(0, 0, TimeUnit.SECONDS);
                        },
                        threads)
                .join();
        threads.terminationFuture().syncUninterruptibly();
    }

    private void shutDownThreads() {
        threads.shutdownGracefully(0, 0, TimeUnit.SECONDS).syncUninterruptibly();
    }

    private void assertClosed(CompletableFuture<Long> call, Class<? extends ScriptException> type, String message) {
        assertThatThrownBy(() -> call.get(10, TimeUnit.SECONDS))
                .cause()
                .isExactlyInstanceOf(type)
                .hasMessageContaining(message);
        assertThat(wire.sent()).allMatch(RedisCommand::isDone);
    }
}
