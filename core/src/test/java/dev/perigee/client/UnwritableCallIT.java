package dev.perigee.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.error.ScriptNotExecutedException;
import dev.perigee.invoke.ReplyReader;
import dev.perigee.invoke.Script;
import dev.perigee.invoke.ScriptDispatch;
import dev.perigee.servers.RedisServer;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that fail as they are written, and what is called by whoever is told so: each has its own reply. */
@Timeout(60)
class UnwritableCallIT {

    private static final Script ECHO = LuaCall.script("return tonumber(ARGV[1])");

    private RedisServer server;
    private RedisClient redis;

    @BeforeEach
    void start() {
        server = RedisServer.start();
        redis = RedisClient.create(RedisURI.create(server.uri()));
    }

    @AfterEach
    void stop() {
        redis.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        server.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void doesNotShiftTheRepliesOfWhatIsCalledNext(boolean flushConsolidation) {
        ScriptClientOptions options = ScriptClientOptions.defaults().withFlushConsolidation(flushConsolidation);
        try (ScriptClient client = ScriptClient.connect(redis, options)) {
            ScriptDispatch scripts = client.bind(ScriptDispatch.ABI, Probe.class, ECHO);
            List<CompletableFuture<Long>> replies = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                int number = i;
                replies.add(
                        number % 3 == 1
                                ? scripts.callAsync(unwritable()).exceptionallyCompose(failure -> {
                                    assertThat(failure).isInstanceOf(ScriptNotExecutedException.class);
                                    return scripts.callAsync(echo(number));
                                })
                                : scripts.callAsync(echo(number)));
            }
            for (int i = 0; i < replies.size(); i++) {
                assertThat(replies.get(i))
                        .succeedsWithin(Duration.ofSeconds(30))
                        .isEqualTo((long) i);
            }
        }
    }

    private static LuaCall<Long> echo(long number) {
        return LuaCall.of(ECHO, ReplyReader::asLong).arguments(1, argv -> argv.add(number));
    }

    /** Says that it has two arguments, and writes one. */
    private static LuaCall<Long> unwritable() {
        return LuaCall.of(ECHO, ReplyReader::asLong).arguments(2, argv -> argv.add("one"));
    }
}
