package dev.perigee.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.invoke.ReplyReader;
import dev.perigee.invoke.Script;
import dev.perigee.invoke.ScriptDispatch;
import dev.perigee.servers.RedisServer;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Settings change what a call costs, and nothing else. */
class SettingsIT {

    private static final int THREADS = 16;
    private static final int CALLS = 500;
    private static final Script ECHO = LuaCall.script("redis.call('INCR', KEYS[1]) return ARGV[1]");

    private static RedisServer server;
    private static RedisClient redis;

    @BeforeAll
    static void start() {
        server = RedisServer.start();
        redis = RedisClient.create(RedisURI.create(server.uri()));
    }

    @AfterAll
    static void stop() {
        redis.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        server.close();
    }

    static Stream<ScriptClientOptions> options() {
        ScriptClientOptions defaults = ScriptClientOptions.defaults();
        Duration spin = Duration.ofNanos(50_000);
        return Stream.of(
                defaults,
                defaults.withFlushConsolidation(false),
                defaults.withSpin(spin),
                defaults.withFlushConsolidation(false).withSpin(spin));
    }

    @ParameterizedTest
    @MethodSource("options")
    void giveEveryCallerItsOwnReply(ScriptClientOptions options) {
        server.command("SCRIPT", "FLUSH");
        server.command("DEL", "calls");
        try (ScriptClient client = ScriptClient.connect(redis, options)) {
            ScriptDispatch scripts = client.bind(ScriptDispatch.ABI, Probe.class, ECHO);
            List<CompletableFuture<Integer>> callers = IntStream.range(0, THREADS)
                    .mapToObj(thread -> CompletableFuture.supplyAsync(
                            () -> wrong(scripts, thread), task -> new Thread(task).start()))
                    .toList();
            assertThat(callers).allSatisfy(caller -> assertThat(caller.join()).isZero());
            assertThat(server.command("GET", "calls")).isEqualTo(Integer.toString(THREADS * CALLS));
        }
    }

    private static int wrong(ScriptDispatch scripts, int thread) {
        int wrong = 0;
        for (int i = 0; i < CALLS; i++) {
            long sent = thread * 1_000_000L + i;
            LuaCall<Long> call =
                    LuaCall.of(ECHO, ReplyReader::asLong).keys("calls").arguments(1, argv -> argv.add(sent));
            long came =
                    i % 2 == 0 ? scripts.call(call) : scripts.callAsync(call).join();
            wrong += came == sent ? 0 : 1;
        }
        return wrong;
    }
}
