package dev.perigee.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.perigee.error.ScriptNotExecutedException;
import dev.perigee.invoke.Batch;
import dev.perigee.invoke.ScriptDispatch;
import dev.perigee.servers.RedisServer;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls that wait because the connection's event loop does something else. */
@Timeout(30)
class BusyEventLoopIT {

    private RedisServer server;
    private Channels channels;
    private RedisClient redis;
    private ScriptClient client;
    private ScriptDispatch scripts;

    @BeforeEach
    void start() {
        server = RedisServer.start();
        channels = new Channels();
        redis = RedisClient.create(channels.resources(), RedisURI.create(server.uri()));
        connect();
    }

    private void connect() {
        client = ScriptClient.connect(redis);
        scripts = client.bind(ScriptDispatch.ABI, Probe.class, Counting.SCRIPT);
        scripts.call(Counting.call("first", 0));
    }

    @AfterEach
    void stop() {
        client.close();
        redis.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        channels.shutdown();
        server.close();
    }

    private CompletableFuture<Long> send(String key) {
        return scripts.callAsync(Counting.call(key, 0));
    }

    private Batch<Long> batch(String prefix, int size) {
        return scripts.each(
                Counting.SCRIPT,
                "orders",
                IntStream.range(0, size).boxed().toList(),
                element -> Counting.call(prefix + element, 0));
    }

    @Test
    void runOnceEachAndInTheirOrder() {
        CountDownLatch latch = channels.hold();
        List<CompletableFuture<Long>> calls = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            calls.add(send("counter"));
        }
        CompletableFuture<List<Long>> batch = batch("batch", 100).resultsAsync();
        CompletableFuture<Long> last = send("counter");
        latch.countDown();

        for (int i = 0; i < 100; i++) {
            assertThat(calls.get(i).join()).isEqualTo(i + 1);
        }
        assertThat(last.join()).isEqualTo(101);
        assertThat(batch.join()).hasSize(100).containsOnly(1L);
    }

    @Test
    void areSentThoughABatchAmongThemIsInterrupted() throws InterruptedException {
        CountDownLatch latch = channels.hold();
        CompletableFuture<Long> written = send("written");
        CompletableFuture<Long> before = send("before");
        Thread caller = new Thread(() -> batch("interrupted", 3).outcomes());
        caller.start();
        await().until(() -> caller.getState() == Thread.State.TIMED_WAITING);
        CompletableFuture<Long> after = send("after");
        caller.interrupt();
        caller.join();
        CompletableFuture<Long> last = send("last");
        latch.countDown();

        assertThat(List.of(written.join(), before.join(), after.join(), last.join()))
                .containsOnly(1L);
        assertThat(batch("other", 300).results()).containsOnly(1L);
        assertThat(server.command("EXISTS", "interrupted0", "interrupted1", "interrupted2"))
                .isEqualTo(0L);
    }

    @Test
    void neverRunWhenTheyWereCancelledMeanwhile() {
        CountDownLatch latch = channels.hold();
        List<CompletableFuture<Long>> calls = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            calls.add(send("call" + i));
        }
        for (int i = 0; i < 20; i += 2) {
            calls.get(i).cancel(false);
        }
        latch.countDown();

        for (int i = 1; i < 20; i += 2) {
            assertThat(calls.get(i).join()).isEqualTo(1);
        }
        assertThat(send("last").join()).isEqualTo(1);
        for (int i = 0; i < 20; i += 2) {
            assertThat(server.command("GET", "call" + i)).isNull();
        }
    }

    @Test
    void areAllTakenWhereLettuceLimitsItsQueue() {
        client.close();
        redis.setOptions(ClientOptions.builder().requestQueueSize(50).build());
        connect();
        CountDownLatch latch = channels.hold();
        List<CompletableFuture<Long>> calls = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            calls.add(send("call" + i));
        }
        latch.countDown();

        for (int i = 0; i < 50; i++) {
            assertThat(calls.get(i).join()).isEqualTo(1);
        }
        for (int i = 50; i < 60; i++) {
            assertThatThrownBy(calls.get(i)::join)
                    .hasCauseInstanceOf(ScriptNotExecutedException.class)
                    .hasMessageContaining("size exceeded");
        }
    }
}
