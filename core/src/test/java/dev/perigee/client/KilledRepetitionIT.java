package dev.perigee.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.perigee.error.ScriptOutcomeUnknownException;
import dev.perigee.invoke.Delivery;
import dev.perigee.invoke.ReplyReader;
import dev.perigee.invoke.Script;
import dev.perigee.invoke.ScriptDispatch;
import dev.perigee.servers.RedisServer;
import dev.perigee.servers.ServerErrorException;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A script that is killed when it was sent for the second time: nobody knows what became of the first. */
@Timeout(60)
class KilledRepetitionIT {

    /** Ends when it is killed, and after twenty seconds at the latest. */
    private static final Script ENDLESS = LuaCall.script(
                    "local t = redis.call('TIME')[1] while redis.call('TIME')[1] - t < 20 do end return 1")
            .timeout("PT4S")
            .with(Delivery.IDEMPOTENT);

    private RedisServer server;
    private Channels channels;
    private RedisClient redis;
    private ScriptClient client;
    private ScriptDispatch scripts;

    @BeforeEach
    void start() {
        server = RedisServer.builder().option("busy-reply-threshold", "100").start();
        channels = new Channels();
        redis = RedisClient.create(channels.resources(), RedisURI.create(server.uri()));
        client = ScriptClient.connect(redis, ScriptClientOptions.defaults().withKillOnTimeout(true));
        scripts = client.bind(ScriptDispatch.ABI, Probe.class, ENDLESS);
        client.loadScripts();
    }

    @AfterEach
    void stop() {
        client.close();
        redis.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        channels.shutdown();
        server.kill();
        server.close();
    }

    @Test
    void mayHaveRunTheFirstTime() {
        CompletableFuture<Long> call =
                scripts.callAsync(LuaCall.of(ENDLESS, ReplyReader::asLong).keys("key"));
        await().until(this::isBusy);
        channels.cut();
        server.command("SCRIPT", "KILL");

        assertThatThrownBy(() -> call.get(30, TimeUnit.SECONDS))
                .cause()
                .isInstanceOf(ScriptOutcomeUnknownException.class)
                .hasMessageContaining(
                        "the script may have run: no reply within 4000 ms; the script was killed before it"
                                + " wrote anything");
        assertThat(ReplicasIT.calls(server, "evalsha")).isEqualTo(2);
    }

    private boolean isBusy() {
        try {
            server.command("PING");
            return false;
        } catch (ServerErrorException e) {
            return e.code().equals("BUSY");
        }
    }
}
