package dev.perigee.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.perigee.error.ScriptOutcomeUnknownException;
import dev.perigee.invoke.ReplyReader;
import dev.perigee.invoke.Script;
import dev.perigee.invoke.ScriptDispatch;
import dev.perigee.servers.RedisServer;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The time limits of many asynchronous calls, which one timer keeps. */
class AsyncTimeLimitIT {

    private static final Duration CLIENTS = Duration.ofSeconds(2);
    private static final Duration SHORT = Duration.ofMillis(300);

    private static final Script USUAL = LuaCall.script("return 1");
    private static final Script HURRIED = USUAL.timeout(SHORT.toString());

    private RedisServer server;
    private RedisClient redis;
    private ScriptClient client;
    private ScriptDispatch usual;
    private ScriptDispatch hurried;

    @BeforeEach
    void start() {
        server = RedisServer.start();
        RedisURI uri = RedisURI.create(server.uri());
        uri.setTimeout(CLIENTS);
        redis = RedisClient.create(uri);
        client = ScriptClient.connect(redis);
        usual = client.bind(ScriptDispatch.ABI, Probe.class, USUAL);
        hurried = client.bind(ScriptDispatch.ABI, Probe.class, HURRIED);
        usual.call(call(USUAL));
    }

    @AfterEach
    void stop() {
        client.close();
        redis.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        server.close();
    }

    private static LuaCall<Long> call(Script script) {
        return LuaCall.of(script, ReplyReader::asLong);
    }

    @Test
    void eachCallEndsInItsOwnTimeWhateverCameBeforeIt() {
        server.freeze();
        long start = System.nanoTime();
        List<CompletableFuture<Long>> took = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            took.add(millisUntilUnknown(usual.callAsync(call(USUAL)), start));
            took.add(millisUntilUnknown(hurried.callAsync(call(HURRIED)), start));
        }
        for (int i = 0; i < took.size(); i++) {
            long limit = (i % 2 == 0 ? CLIENTS : SHORT).toMillis();
            assertThat(took.get(i).join()).isBetween(limit - 1, limit + 1000);
        }
    }

    @Test
    void callsThatComeLaterEndLater() {
        server.freeze();
        long start = System.nanoTime();
        CompletableFuture<Long> first = millisUntilUnknown(hurried.callAsync(call(HURRIED)), start);
        await().until(() -> System.nanoTime() - start > SHORT.toNanos() / 2);
        CompletableFuture<Long> second = millisUntilUnknown(hurried.callAsync(call(HURRIED)), start);

        assertThat(first.join()).isBetween(SHORT.toMillis() - 1, SHORT.toMillis() + 1000);
        assertThat(second.join()).isGreaterThanOrEqualTo(SHORT.toMillis() * 3 / 2 - 1);
        server.thaw();
        assertThat(hurried.call(call(HURRIED))).isEqualTo(1);
    }

    /** In milliseconds since the start. */
    private static CompletableFuture<Long> millisUntilUnknown(CompletableFuture<Long> call, long start) {
        return call.handle((value, failure) -> {
            long millis = (System.nanoTime() - start) / 1_000_000;
            assertThat(failure).isInstanceOf(ScriptOutcomeUnknownException.class);
            return millis;
        });
    }

    @Test
    void callsThatHaveEndedAreNotKeptUntilTheirTimeIsUp() {
        List<WeakReference<?>> calls = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            CompletableFuture<Long> call = usual.callAsync(call(USUAL));
            if (i % 10 == 0) {
                call.cancel(false);
            } else if (i % 100 == 1) {
                call.join();
            }
            calls.add(new WeakReference<>(call));
        }
        usual.callAsync(call(USUAL)).join();
        await().atMost(CLIENTS.dividedBy(2)).until(() -> {
            System.gc();
            return calls.stream().filter(call -> call.get() != null).count() <= 2;
        });
    }

    @Test
    void aCallWithoutLimitWaitsUntilItIsAnswered() {
        RedisURI uri = RedisURI.create(server.uri());
        uri.setTimeout(Duration.ZERO);
        try (ScriptClient patient = ScriptClient.connect(redis, uri)) {
            ScriptDispatch scripts = patient.bind(ScriptDispatch.ABI, Probe.class, USUAL);
            server.freeze();
            CompletableFuture<Long> waiting = scripts.callAsync(call(USUAL));
            CompletableFuture<Long> limited = hurried.callAsync(call(HURRIED));
            assertThatThrownBy(limited::join)
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(ScriptOutcomeUnknownException.class);
            assertThat(waiting).isNotDone();
            server.thaw();
            assertThat(waiting.join()).isEqualTo(1);
        }
    }
}
