package dev.perigee.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.perigee.error.ScriptErrorException;
import dev.perigee.error.ScriptOutcomeUnknownException;
import dev.perigee.invoke.ReplyReader;
import dev.perigee.invoke.Script;
import dev.perigee.invoke.ScriptDispatch;
import dev.perigee.servers.RedisServer;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.resource.ClientResources;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Lettuce's tracing and command latency metrics see each call once, and no values. */
class TracingIT {

    private static final Script SCRIPT =
            LuaCall.script("if ARGV[1] == '0' then return redis.error_reply('NONE left') end return ARGV[1]");

    private final RecordingTracing tracing = new RecordingTracing();
    private final Map<String, LongAdder> latencies = new ConcurrentHashMap<>();
    private RedisServer server;
    private Channels channels;
    private ClientResources resources;
    private RedisClient redis;
    private ScriptClient client;
    private ScriptDispatch scripts;

    @BeforeEach
    void connect() {
        server = RedisServer.start();
        channels = new Channels();
        resources = channels.resources()
                .mutate()
                .tracing(tracing)
                .commandLatencyRecorder((local, remote, type, firstResponse, completion) -> latencies
                        .computeIfAbsent(type.toString(), name -> new LongAdder())
                        .increment())
                .build();
        RedisURI uri = RedisURI.create(server.uri());
        uri.setTimeout(Duration.ofSeconds(20));
        redis = RedisClient.create(resources, uri);
        client = ScriptClient.connect(redis);
        scripts = client.bind(ScriptDispatch.ABI, Probe.class, SCRIPT, Counting.SCRIPT);
        client.loadScripts();
        await().until(() ->
                tracing.spans.stream().filter(span -> span.startsWith("SCRIPT")).count() == 2);
        tracing.spans.clear();
        latencies.clear();
    }

    @AfterEach
    void disconnect() {
        client.close();
        redis.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        resources.shutdown(0, 2, TimeUnit.SECONDS).syncUninterruptibly();
        channels.shutdown();
        server.close();
    }

    @Test
    void seeEveryCallOnce() {
        assertThat(scripts.call(call(7))).isEqualTo(7);
        assertThat(scripts.callAsync(call(8)).join()).isEqualTo(8);
        assertThat(scripts.each(SCRIPT, "values", List.of(9, 10, 11), TracingIT::call)
                        .results())
                .containsExactly(9L, 10L, 11L);

        await().until(() -> tracing.spans.size() == 5);
        assertThat(tracing.spans).containsOnly("EVALSHA " + SCRIPT.sha1() + " 0");
        assertThat(latencies.getOrDefault("EVALSHA", new LongAdder()).sum()).isEqualTo(5);
    }

    @Test
    void seeErrors() {
        assertThatThrownBy(() -> scripts.call(call(0))).isInstanceOf(ScriptErrorException.class);
        await().until(() -> tracing.spans.size() == 1);
        assertThat(tracing.spans).containsExactly("EVALSHA " + SCRIPT.sha1() + " 0 error NONE left");
    }

    /** Lettuce puts wrappers of its own around commands, which do not tell them that the connection is gone. */
    @Test
    @Timeout(10)
    void doNotKeepALostCallFromFailingAtOnce() {
        CompletableFuture<Long> call = scripts.callAsync(Counting.call("runs", 1000));
        channels.cut();
        assertThat(call.handle((value, failure) -> failure).join()).isInstanceOf(ScriptOutcomeUnknownException.class);
        assertThat(scripts.call(call(7))).isEqualTo(7);
    }

    private static LuaCall<Long> call(int value) {
        return LuaCall.of(SCRIPT, ReplyReader::asLong).arguments(1, argv -> argv.add(value));
    }
}
