package dev.perigee.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.perigee.error.ScriptNotExecutedException;
import dev.perigee.error.ScriptOutcomeUnknownException;
import dev.perigee.invoke.ScriptDispatch;
import dev.perigee.servers.RedisServer;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.TimeoutOptions;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;

/** Asynchronous calls that their callers give up, and their time limits. */
class CancellationIT {

    private RedisServer server;
    private Traffic traffic;
    private RedisClient redis;
    private ScriptClient client;
    private ScriptDispatch scripts;

    @BeforeEach
    void start() {
        server = RedisServer.start();
        traffic = new Traffic();
        connect(Duration.ofSeconds(20), TimeoutOptions.enabled());
    }

    private void connect(Duration timeout, TimeoutOptions options) {
        RedisURI uri = RedisURI.create(server.uri());
        uri.setTimeout(timeout);
        redis = RedisClient.create(traffic.resources(), uri);
        redis.setOptions(ClientOptions.builder().timeoutOptions(options).build());
        client = ScriptClient.connect(redis);
        scripts = client.bind(ScriptDispatch.ABI, Probe.class, Counting.SCRIPT);
    }

    @AfterEach
    void stop() {
        client.close();
        redis.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        traffic.shutdown();
        server.close();
    }

    @Test
    void neverRunsACallThatWasCancelledBeforeItWasWritten() {
        assertNeverRunsIfGivenUp(call -> assertThat(call.cancel(false)).isTrue());
    }

    @Test
    void neverRunsACallWhoseStageWasCancelled() {
        assertNeverRunsIfGivenUp(call -> {
            CompletionStage<Long> stage = call;
            assertThat(stage.toCompletableFuture().cancel(true)).isTrue();
        });
    }

    @Test
    void neverRunsACallWhoseCallersTimeIsUp() {
        assertNeverRunsIfGivenUp(call -> assertThatThrownBy(
                        () -> call.orTimeout(20, TimeUnit.MILLISECONDS).join())
                .hasCauseInstanceOf(TimeoutException.class));
    }

    @Test
    void neverRunsACallThatWasCompletedInAnotherWay() {
        assertNeverRunsIfGivenUp(call -> assertThat(call.complete(7L)).isTrue());
    }

    @Test
    void neverRunsACallWhoseSubscriberHasCancelled() {
        disconnect();
        Disposable subscription =
                scripts.callMono(() -> Counting.call("given up", 0)).subscribe();
        subscription.dispose();
        server.restart();

        assertThat(scripts.call(Counting.call("other", 0))).isEqualTo(1);
        assertThat(server.command("GET", "given up")).isNull();
    }

    private void assertNeverRunsIfGivenUp(Consumer<CompletableFuture<Long>> giveUp) {
        disconnect();
        CompletableFuture<Long> call = scripts.callAsync(Counting.call("given up", 0));
        giveUp.accept(call);
        assertThat(call).isDone();
        server.restart();

        assertThat(scripts.call(Counting.call("other", 0))).isEqualTo(1);
        assertThat(server.command("GET", "given up")).isNull();
    }

    private void disconnect() {
        scripts.call(Counting.call("first", 0));
        server.stop();
        await().until(() -> !scripts.callAsync(Counting.call("wait", 0)).isDone());
    }

    @Test
    void stopsWaitingForACallThatWasCancelledLater() {
        scripts.call(Counting.call("first", 0));
        CompletableFuture<Long> call = scripts.callAsync(Counting.call("late", 200));
        await().until(() -> scripts.callAsync(Counting.call("sent", 0)) != null);
        call.cancel(true);

        assertThat(call).isCancelled();
        assertThat(scripts.call(Counting.call("other", 0))).isEqualTo(1);
        assertThat(server.command("GET", "late")).isIn("1", null);
    }

    @Test
    void doesNotSendACallAgainThatIsCancelledWhileItsScriptIsLoaded() {
        server.command("SCRIPT", "FLUSH");
        CompletableFuture<CompletableFuture<Long>> call = new CompletableFuture<>();
        traffic.whenLoading(() -> call.join().cancel(true));
        call.complete(scripts.callAsync(Counting.call("given up", 0)));

        await().until(() -> call.join().isCancelled());
        traffic.whenLoading(() -> {});
        assertThat(scripts.call(Counting.call("other", 0))).isEqualTo(1);
        assertThat(server.command("GET", "given up")).isNull();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void endsWithinTheConnectionsTimeLimit(boolean lettuceTimers) {
        server.command("SCRIPT", "LOAD", Counting.SCRIPT.text());
        client.close();
        connect(Duration.ofMillis(300), lettuceTimers ? TimeoutOptions.enabled() : TimeoutOptions.create());
        CompletableFuture<Long> slow = scripts.callAsync(Counting.call("slow", 1500));

        assertThatThrownBy(slow::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(ScriptOutcomeUnknownException.class)
                .hasMessageContaining("the script may have run, or may still run");
        assertThat(slow.isDone()).isTrue();
        await().until(() -> "1".equals(server.command("GET", "slow")));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void isNotExecutedIfTheServerStaysAway(boolean lettuceTimers) {
        client.close();
        connect(Duration.ofMillis(300), lettuceTimers ? TimeoutOptions.enabled() : TimeoutOptions.create());
        disconnect();

        assertThatThrownBy(() -> scripts.callAsync(Counting.call("down", 0)).join())
                .hasCauseInstanceOf(ScriptNotExecutedException.class)
                .hasMessageContaining("for the connection to Redis is down");
        server.restart();
    }
}
