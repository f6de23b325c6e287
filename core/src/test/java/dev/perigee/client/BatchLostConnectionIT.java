package dev.perigee.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.perigee.Outcome;
import dev.perigee.error.ScriptNotExecutedException;
import dev.perigee.error.ScriptOutcomeUnknownException;
import dev.perigee.invoke.Batch;
import dev.perigee.invoke.ScriptDispatch;
import dev.perigee.servers.RedisServer;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.TimeoutOptions;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Batches whose connection breaks, and that no element runs twice. */
@Timeout(60)
class BatchLostConnectionIT {

    private RedisServer server;
    private Channels channels;
    private RedisClient redis;
    private ScriptClient client;
    private ScriptDispatch scripts;

    /** The ways to send a batch. */
    enum Way {
        OUTCOMES,
        OUTCOMES_ASYNC,
        OUTCOMES_FLUX;

        List<Outcome<Long>> send(Batch<Long> batch) {
            return switch (this) {
                case OUTCOMES -> batch.outcomes();
                case OUTCOMES_ASYNC -> batch.outcomesAsync().join();
                case OUTCOMES_FLUX ->
                    batch.outcomesFlux().collectList().toFuture().join();
            };
        }
    }

    @BeforeEach
    void start() {
        server = RedisServer.start();
        channels = new Channels();
        redis = RedisClient.create(channels.resources(), RedisURI.create(server.uri()));
        connect(Duration.ofSeconds(20), ClientOptions.create());
    }

    private void connect(Duration timeout, ClientOptions options) {
        RedisURI uri = RedisURI.create(server.uri());
        uri.setTimeout(timeout);
        redis.setOptions(options);
        client = ScriptClient.connect(redis, uri, ScriptClientOptions.defaults().withMaxInFlight(200));
        scripts = client.bind(ScriptDispatch.ABI, Probe.class, Counting.SCRIPT);
    }

    @AfterEach
    void stop() {
        client.close();
        redis.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        channels.shutdown();
        server.close();
    }

    /** Goes on until a cut has met calls in flight. */
    @ParameterizedTest
    @EnumSource
    void runsNoElementTwiceWhenTheConnectionBreaksInBetween(Way way) {
        int unknown = 0;
        for (int round = 0; unknown == 0; round++) {
            String prefix = "round" + round + ":";
            List<Outcome<Long>> outcomes = way.send(batch(3000, element -> {
                if (element == 1500) {
                    server.command("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes");
                }
                return Counting.call(prefix + element, 0);
            }));
            assertThat(outcomes).hasSize(3000);
            assertThat(outcomes.subList(0, 1000)).allMatch(Outcome.Success.class::isInstance);
            assertThat(outcomes.subList(2500, 3000)).allMatch(Outcome.Success.class::isInstance);
            unknown += BatchBookkeeping.assertTrue(outcomes, i -> server.command("GET", prefix + i));
        }
    }

    @ParameterizedTest
    @EnumSource
    void hasNotRunWhatWasRejectedWhileTheServerWasDown(Way way) {
        client.close();
        connect(
                Duration.ofSeconds(20),
                ClientOptions.builder()
                        .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                        .build());
        scripts.call(Counting.call("first", 0));
        server.stop();
        await().until(() -> scripts.callAsync(Counting.call("down", 0)).isCompletedExceptionally());

        assertThat(way.send(batch(100_000, element -> Counting.call("down", 0))))
                .hasSize(100_000)
                .allSatisfy(outcome -> assertFailed(outcome, ScriptNotExecutedException.class));
    }

    @ParameterizedTest
    @EnumSource
    void endsWhenTheTimeOfEachCallIsUp(Way way) {
        client.close();
        connect(
                Duration.ofMillis(300),
                ClientOptions.builder().timeoutOptions(TimeoutOptions.create()).build());
        scripts.call(Counting.call("first", 0));
        List<Outcome<Long>> outcomes =
                way.send(batch(200, element -> Counting.call("call" + element, element == 100 ? 1500 : 0)));

        assertThat(outcomes.get(0)).isInstanceOfAny(Outcome.Success.class, Outcome.Failure.class);
        assertThat(outcomes.subList(100, 200))
                .allSatisfy(outcome -> assertFailed(outcome, ScriptOutcomeUnknownException.class));
        await().until(() -> "1".equals(server.command("GET", "call199")));
        BatchBookkeeping.assertTrue(outcomes, i -> server.command("GET", "call" + i));
    }

    @ParameterizedTest
    @EnumSource
    void isNotExecutedIfTheServerStaysAway(Way way) {
        client.close();
        connect(Duration.ofMillis(300), ClientOptions.create());
        scripts.call(Counting.call("first", 0));
        server.stop();
        await().until(() -> !scripts.callAsync(Counting.call("wait", 0)).isDone());

        assertThat(way.send(batch(300, element -> Counting.call("down" + element, 0))))
                .hasSize(300)
                .allSatisfy(outcome -> assertFailed(outcome, ScriptNotExecutedException.class));
        server.restart();
        await().ignoreExceptions().until(() -> scripts.call(Counting.call("up", 0)) > 0);
        assertThat(server.command("GET", "down0")).isNull();
    }

    @Test
    void failsWhenTheClientIsClosed() {
        client.close();
        assertThat(batch(1000, element -> Counting.call("closed", 0)).outcomes())
                .hasSize(1000)
                .allSatisfy(outcome -> assertFailed(outcome, ScriptNotExecutedException.class));
    }

    private Batch<Long> batch(int count, Function<Integer, LuaCall<Long>> call) {
        return scripts.each(
                Counting.SCRIPT, "orders", IntStream.range(0, count).boxed().toList(), call::apply);
    }

    private static void assertFailed(Outcome<?> outcome, Class<?> type) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Failure.class,
                        failure -> assertThat(((Outcome.Failure<?>) failure).error())
                                .isInstanceOf(type));
    }
}
