package dev.perigee.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.perigee.error.ConnectionFailedException;
import dev.perigee.error.ScriptException;
import dev.perigee.error.ScriptNotExecutedException;
import dev.perigee.error.ScriptOutcomeUnknownException;
import dev.perigee.invoke.Delivery;
import dev.perigee.invoke.ReplyReader;
import dev.perigee.invoke.Script;
import dev.perigee.invoke.ScriptDispatch;
import dev.perigee.servers.RedisServer;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.resource.ClientResources;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a call says when its reply does not come, and that it never runs twice. */
class LostConnectionIT {

    private RedisServer server;
    private Channels channels;
    private RedisClient redis;

    @BeforeEach
    void start() {
        server = RedisServer.start();
        channels = new Channels();
        RedisURI uri = uri();
        redis = RedisClient.create(channels.resources(), uri);
    }

    @AfterEach
    void stop() {
        redis.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        channels.shutdown();
        server.close();
    }

    @Test
    void saysWhereItCouldNotConnect() {
        server.stop();
        assertThatThrownBy(() -> ScriptClient.connect(redis, RedisURI.create(server.uri())))
                .isInstanceOf(ConnectionFailedException.class)
                .hasMessageContaining("Cannot connect to redis://127.0.0.1:" + server.port() + ": Connection refused")
                .hasMessageContaining("Check that the server runs");
        assertThatThrownBy(() -> ScriptClient.connect(redis))
                .isInstanceOf(ConnectionFailedException.class)
                .hasMessageContaining("127.0.0.1:" + server.port());
    }

    @Test
    void hidesThePasswordOfTheAddressItCouldNotConnectTo() {
        RedisURI uri = RedisURI.builder(RedisURI.create(server.uri()))
                .withPassword("secret".toCharArray())
                .build();
        server.stop();
        assertThatThrownBy(() -> ScriptClient.connect(redis, uri))
                .isInstanceOf(ConnectionFailedException.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void asksForAUriWhereThereIsNone() {
        RedisClient without = RedisClient.create();
        try {
            assertThatThrownBy(() -> ScriptClient.connect(without))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("no RedisURI of its own");
        } finally {
            without.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void doesNotKnowTheOutcomeAfterTheTimeLimit(boolean lettuceTimers) {
        redis.setOptions(ClientOptions.builder()
                .timeoutOptions(lettuceTimers ? TimeoutOptions.enabled() : TimeoutOptions.create())
                .build());
        RedisURI uri = RedisURI.create(server.uri());
        uri.setTimeout(Duration.ofMillis(300));
        try (ScriptClient client = ScriptClient.connect(redis, uri)) {
            ScriptDispatch scripts = client.bind(ScriptDispatch.ABI, Probe.class, Counting.SCRIPT);
            await().ignoreExceptions().until(() -> scripts.call(slow(0)) > 0);

            assertThatThrownBy(() -> scripts.call(slow(1000)))
                    .isInstanceOf(ScriptOutcomeUnknownException.class)
                    .hasMessageMatching(
                            "Probe.run: no reply (within 300 ms|in time); the script may have run, or may still"
                                    + " run(: EVALSHA. Command timed out after 300 millisecond\\(s\\))? \\(probe/run.lua\\)");
            await().ignoreExceptions().until(() -> scripts.call(slow(0)) > 0);
            assertThat(runs()).isGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void doesNotRunAScriptTwiceWhoseConnectionBreaks() {
        try (ScriptClient client = ScriptClient.connect(redis)) {
            ScriptDispatch scripts = client.bind(ScriptDispatch.ABI, Probe.class, Counting.SCRIPT);
            scripts.call(slow(0));
            CompletableFuture<Long> call = scripts.callAsync(slow(1000));
            CompletableFuture<Long> waiting = scripts.callAsync(slow(0));
            channels.cut();

            assertThat(List.of(failure(call), failure(waiting)))
                    .hasOnlyElementsOfType(ScriptOutcomeUnknownException.class)
                    .allSatisfy(
                            e -> assertThat(e).hasMessageContaining("The connection was lost before the reply came"));
            assertThat(scripts.call(slow(0))).isPositive();
            assertThat(runs()).isBetween(3L, 4L);
        }
    }

    /** Lettuce puts wrappers of its own around commands then, which do not tell them that the connection is gone. */
    @Test
    @Timeout(10)
    void failsAtOnceAlsoWhereLettuceMeasuresLatency() {
        ClientResources resources = channels.resources()
                .mutate()
                .commandLatencyRecorder((local, remote, type, first, completion) -> {})
                .build();
        RedisClient measured = RedisClient.create(resources, uri());
        try (ScriptClient client = ScriptClient.connect(measured)) {
            ScriptDispatch scripts = client.bind(ScriptDispatch.ABI, Probe.class, Counting.SCRIPT);
            scripts.call(slow(0));
            CompletableFuture<Long> call = scripts.callAsync(slow(1000));
            channels.cut();
            assertThat(failure(call)).isInstanceOf(ScriptOutcomeUnknownException.class);
            assertThat(scripts.call(slow(0))).isPositive();
        } finally {
            measured.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        }
    }

    @Test
    @Timeout(10)
    void sendsWhatMayRunTwiceAgainAfterTheConnectionBroke() {
        Script script = Counting.SCRIPT.with(Delivery.IDEMPOTENT);
        try (ScriptClient client = ScriptClient.connect(redis)) {
            ScriptDispatch scripts = client.bind(ScriptDispatch.ABI, Probe.class, script);
            scripts.call(run(script, 0));
            CompletableFuture<Long> call = scripts.callAsync(run(script, 300));
            channels.cut();
            assertThat(call.join()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void keepsTheTimeLimitOfTheScript(boolean lettuceTimers) {
        redis.setOptions(ClientOptions.builder()
                .timeoutOptions(lettuceTimers ? TimeoutOptions.enabled() : TimeoutOptions.create())
                .build());
        Script hasty = Counting.SCRIPT.timeout("PT0.2S");
        Script patient = Counting.SCRIPT.timeout("PT10S");
        RedisURI uri = uri();
        uri.setTimeout(Duration.ofMillis(500));
        try (ScriptClient client = ScriptClient.connect(redis, uri)) {
            ScriptDispatch scripts = client.bind(ScriptDispatch.ABI, Probe.class, hasty, patient);
            assertThat(scripts.call(run(patient, 800))).isPositive();
            assertThat(scripts.callAsync(run(patient, 800)).join()).isPositive();
            assertThatThrownBy(() -> scripts.call(run(hasty, 600)))
                    .isInstanceOf(ScriptOutcomeUnknownException.class)
                    .hasMessageContaining("no reply within 200 ms");
            assertThat(failure(scripts.callAsync(run(hasty, 600))))
                    .isInstanceOf(ScriptOutcomeUnknownException.class)
                    .hasMessageContaining("no reply within 200 ms");
        }
    }

    private static LuaCall<Long> run(Script script, int millis) {
        return LuaCall.of(script, ReplyReader::asLong).keys("runs").arguments(1, argv -> argv.add(millis));
    }

    /** Goes on until a cut has met calls in flight. */
    @Test
    @Timeout(60)
    void runsNoneOfManyCallsTwiceWhenTheConnectionBreaksInBetween() {
        try (ScriptClient client = ScriptClient.connect(redis)) {
            ScriptDispatch scripts = client.bind(ScriptDispatch.ABI, Probe.class, Counting.SCRIPT);
            scripts.call(Counting.call("first", 0));
            int unknown = 0;
            for (int round = 0; round < 3 || unknown == 0; round++) {
                Map<String, CompletableFuture<Long>> calls = new LinkedHashMap<>();
                for (int i = 0; i < 1000; i++) {
                    String key = "call" + round + ":" + i;
                    calls.put(key, scripts.callAsync(Counting.call(key, i == 999 ? 100 : 0)));
                }
                channels.cut();
                unknown += Counting.assertNoneRanTwice(calls, key -> (String) server.command("GET", key));
            }
        }
    }

    @Test
    void goesOnAfterTheServerHasKilledItsConnection() {
        try (ScriptClient client = ScriptClient.connect(redis)) {
            ScriptDispatch scripts = client.bind(ScriptDispatch.ABI, Probe.class, Counting.SCRIPT);
            scripts.call(Counting.call("a", 0));
            server.command("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes");

            await().ignoreExceptions().until(() -> scripts.call(Counting.call("b", 0)) > 0);
            assertThat(server.command("GET", "a")).isEqualTo("1");
        }
    }

    @Test
    void tellsTheWaitingCallerAtOnceThatTheServerIsGone() throws Exception {
        try (ScriptClient client = ScriptClient.connect(redis)) {
            ScriptDispatch scripts = client.bind(ScriptDispatch.ABI, Probe.class, Counting.SCRIPT);
            scripts.call(slow(0));
            AtomicReference<Throwable> thrown = new AtomicReference<>();
            Thread caller = new Thread(() -> thrown.set(
                    catchThrowableOfType(ScriptOutcomeUnknownException.class, () -> scripts.call(slow(15_000)))));
            long started = System.nanoTime();
            caller.start();
            await().until(() -> caller.getState() == Thread.State.TIMED_WAITING);
            server.kill();
            caller.join();

            assertThat(thrown.get()).hasMessageContaining("the script may have run");
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(10));
            assertThat(Objects.requireNonNull(thrown.get()).getStackTrace())
                    .anySatisfy(frame -> assertThat(frame.getClassName()).contains("LostConnectionIT"));
        }
    }

    @Test
    void hasNotRunWhatWasCalledWhileTheServerWasDown() {
        RedisURI uri = RedisURI.create(server.uri());
        uri.setTimeout(Duration.ofMillis(300));
        try (ScriptClient client = ScriptClient.connect(redis, uri)) {
            ScriptDispatch scripts = client.bind(ScriptDispatch.ABI, Probe.class, Counting.SCRIPT);
            await().ignoreExceptions().until(() -> scripts.call(slow(0)) > 0);
            server.stop();
            await().untilAsserted(() -> assertThatThrownBy(() -> scripts.call(Counting.call("down", 0)))
                    .isInstanceOf(ScriptNotExecutedException.class)
                    .hasMessageContaining("not sent within 300 ms, for the connection to Redis is down"));

            server.restart();
            await().ignoreExceptions().until(() -> scripts.call(Counting.call("up", 0)) > 0);
            assertThat(server.command("GET", "down")).isNull();
        }
    }

    @Test
    void refusesCallsWhileTheServerIsDownIfLettuceIsToldSo() {
        redis.setOptions(ClientOptions.builder()
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .build());
        try (ScriptClient client = ScriptClient.connect(redis)) {
            ScriptDispatch scripts = client.bind(ScriptDispatch.ABI, Probe.class, Counting.SCRIPT);
            scripts.call(slow(0));
            server.stop();
            await().untilAsserted(() -> assertThatThrownBy(() -> scripts.call(slow(0)))
                    .isInstanceOf(ScriptNotExecutedException.class)
                    .hasMessageContaining("not sent: not connected to the server"));
        }
    }

    @Test
    void sendsWhatWasCalledWhileTheServerWasDownWhenItIsBack() {
        try (ScriptClient client = ScriptClient.connect(redis)) {
            ScriptDispatch scripts = client.bind(ScriptDispatch.ABI, Probe.class, Counting.SCRIPT);
            scripts.call(slow(0));
            server.stop();
            await().until(() -> !scripts.callAsync(slow(0)).handle((v, e) -> e).isDone());
            CompletableFuture<Long> call = scripts.callAsync(slow(0));
            server.restart();

            assertThat(call.join()).isPositive();
        }
    }

    @Test
    void keepsTheInterruptAndDoesNotKnowTheOutcome() throws Exception {
        try (ScriptClient client = ScriptClient.connect(redis)) {
            ScriptDispatch scripts = client.bind(ScriptDispatch.ABI, Probe.class, Counting.SCRIPT);
            scripts.call(slow(0));
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> scripts.call(slow(300)))
                    .isInstanceOf(ScriptException.class)
                    .hasMessageContaining("interrupted");
            assertThat(Thread.interrupted()).isTrue();
            assertThat(scripts.call(slow(0))).isPositive();
        }
    }

    @Test
    void refusesCallsAfterItIsClosed() {
        ScriptClient client = ScriptClient.connect(redis);
        ScriptDispatch scripts = client.bind(ScriptDispatch.ABI, Probe.class, Counting.SCRIPT);
        FlashSale sale = client.create(FlashSale.class);
        client.close();
        client.close();

        assertThat(client.isOpen()).isFalse();
        assertThatThrownBy(() -> sale.buyers("moon"))
                .isInstanceOf(ScriptNotExecutedException.class)
                .hasMessage("FlashSale.buyers: not sent: the ScriptClient is closed (scripts/sale/buyers.lua)");
        assertThat(scripts.callAsync(slow(0)).handle((v, e) -> e).join())
                .isInstanceOf(ScriptNotExecutedException.class);
        assertThatThrownBy(() -> client.create(FlashSale.class)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(client::loadScripts).isInstanceOf(IllegalStateException.class);
        assertThat(redis.connect().sync().ping()).isEqualTo("PONG");
    }

    private RedisURI uri() {
        RedisURI uri = RedisURI.create(server.uri());
        uri.setTimeout(Duration.ofSeconds(20));
        return uri;
    }

    private static LuaCall<Long> slow(int millis) {
        return Counting.call("runs", millis);
    }

    private static @Nullable Throwable failure(CompletableFuture<?> call) {
        return call.handle((value, failure) -> failure).join();
    }

    private long runs() {
        return Long.parseLong(String.valueOf(server.command("GET", "runs")));
    }
}
