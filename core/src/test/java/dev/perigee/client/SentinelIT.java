package dev.perigee.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.perigee.error.ScriptException;
import dev.perigee.invoke.ReplyReader;
import dev.perigee.invoke.Script;
import dev.perigee.invoke.ScriptDispatch;
import dev.perigee.servers.RedisServer;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The master is killed, and Sentinel makes its replica the new one. */
@Timeout(120)
class SentinelIT {

    private static final Script COUNT =
            LuaCall.script("return redis.call('INCR', KEYS[1])").timeout("PT1S");

    private RedisServer master;
    private RedisServer replica;
    private Sentinel sentinel;
    private RedisClient redis;

    @BeforeEach
    void start(@TempDir Path directory) throws IOException {
        master = RedisServer.builder().option("repl-diskless-sync-delay", "0").start();
        replica = RedisServer.builder()
                .option("replicaof", master.host(), Integer.toString(master.port()))
                .start();
        await().until(() ->
                String.valueOf(master.command("INFO", "replication")).contains("state=online"));
        sentinel = Sentinel.of(master, directory);
        redis = RedisClient.create(RedisURI.builder()
                .withSentinel("127.0.0.1", sentinel.port())
                .withSentinelMasterId(Sentinel.MASTER)
                .withTimeout(Duration.ofSeconds(2))
                .build());
    }

    @AfterEach
    void stop() {
        redis.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        sentinel.close();
        replica.close();
        master.close();
    }

    static Stream<ScriptClientOptions> options() {
        ScriptClientOptions defaults = ScriptClientOptions.defaults();
        return Stream.of(defaults, defaults.withKillOnTimeout(true));
    }

    @ParameterizedTest
    @MethodSource("options")
    void callsSucceedAgainAfterThePromotion(ScriptClientOptions options) {
        try (ScriptClient client = ScriptClient.connect(redis, options)) {
            ScriptDispatch scripts = client.bind(ScriptDispatch.ABI, Probe.class, COUNT);
            LuaCall<Long> call = LuaCall.of(COUNT, ReplyReader::asLong).keys("calls");
            assertThat(scripts.call(call)).isEqualTo(1);
            await().until(() -> "1".equals(Objects.toString(master.command("WAIT", "1", "1000"))));
            await().until(sentinel::knowsTheReplica);

            master.kill();

            await().atMost(Duration.ofSeconds(60))
                    .ignoreExceptionsInstanceOf(ScriptException.class)
                    .until(() -> scripts.call(call) >= 2);
            assertThat(String.valueOf(replica.command("ROLE"))).startsWith("[master");
            assertThat(Integer.parseInt(String.valueOf(replica.command("GET", "calls"))))
                    .isGreaterThanOrEqualTo(2);
        }
    }
}
