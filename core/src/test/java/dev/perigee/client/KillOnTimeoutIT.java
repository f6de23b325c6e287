package dev.perigee.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.perigee.Outcome;
import dev.perigee.error.ScriptException;
import dev.perigee.error.ScriptNotExecutedException;
import dev.perigee.error.ScriptOutcomeUnknownException;
import dev.perigee.invoke.ReplyReader;
import dev.perigee.invoke.Script;
import dev.perigee.invoke.ScriptDispatch;
import dev.perigee.servers.RedisServer;
import dev.perigee.servers.ServerErrorException;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Scripts that run for longer than their calls may take. */
@Timeout(60)
class KillOnTimeoutIT {

    /** Ends when it is killed, and after ten seconds at the latest. */
    private static final String BUSY = "local t = redis.call('TIME')[1] while redis.call('TIME')[1] - t < 10 do end";

    private static final String FOR_TWO_SECONDS =
            "local t = redis.call('TIME')[1] while redis.call('TIME')[1] - t < 2 do end";

    private static final Script ENDLESS = LuaCall.script(BUSY + " return 1").timeout("PT0.3S");
    private static final Script PATIENT =
            LuaCall.script(FOR_TWO_SECONDS + " return 1").timeout("PT20S");
    private static final Script WRITTEN = LuaCall.script(
                    "redis.call('SET', KEYS[1], '1') " + FOR_TWO_SECONDS + " return 2")
            .timeout("PT0.3S");
    private static final Script QUICK =
            LuaCall.script("return redis.call('INCR', KEYS[1])").timeout("PT15S");
    private static final Script HASTY =
            LuaCall.script("return redis.call('DECR', KEYS[1])").timeout("PT0.3S");

    private RedisServer server;
    private RedisClient redis;
    private ScriptClient client;
    private ScriptDispatch scripts;

    @BeforeEach
    void start() {
        server = RedisServer.builder().option("busy-reply-threshold", "100").start();
        redis = RedisClient.create();
        connect(Duration.ofSeconds(20));
    }

    private void connect(Duration timeout) {
        RedisURI uri = RedisURI.create(server.uri());
        uri.setTimeout(timeout);
        client = ScriptClient.connect(redis, uri, ScriptClientOptions.defaults().withKillOnTimeout(true));
        scripts = client.bind(ScriptDispatch.ABI, Probe.class, ENDLESS, PATIENT, WRITTEN, QUICK, HASTY);
        client.loadScripts();
    }

    @AfterEach
    void stop() {
        client.close();
        redis.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        server.kill();
        server.close();
    }

    @Test
    void killsAScriptThatHasOnlyRead() {
        long start = System.nanoTime();
        assertKilled(() -> scripts.call(call(ENDLESS)));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        assertThat(scripts.call(call(QUICK))).isEqualTo(1);
    }

    @Test
    void killsAScriptAfterTheConnectionsWereLost() {
        server.command("CLIENT", "KILL", "TYPE", "normal");
        await().ignoreExceptionsInstanceOf(ScriptException.class).until(() -> scripts.call(call(QUICK)) >= 1);
        assertThatThrownBy(() -> scripts.call(call(ENDLESS)))
                .isInstanceOf(ScriptNotExecutedException.class)
                .hasMessageContaining("was killed");
    }

    @Test
    void killsTheScriptOfAnAsynchronousCall() {
        CompletableFuture<Long> reply = scripts.callAsync(call(ENDLESS));
        assertThatThrownBy(reply::join)
                .cause()
                .isInstanceOf(ScriptNotExecutedException.class)
                .hasMessageContaining("no reply within 300 ms; the script was killed before it wrote anything");
    }

    @Test
    void killsTheScriptOfABatch() {
        assertThat(scripts.each(ENDLESS, "keys", List.of("a", "b"), key -> call(ENDLESS, key))
                        .outcomes())
                .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Outcome.Failure.class));
        await().until(() -> !isBusy());
        assertThat(scripts.call(call(QUICK))).isEqualTo(1);
    }

    @Test
    void keepsToTheConnectionsTimeLimit() {
        client.close();
        connect(Duration.ofMillis(300));
        Script script = LuaCall.script(BUSY + " return 3");
        ScriptDispatch others = client.bind(ScriptDispatch.ABI, Probe.class, script);
        client.loadScripts();
        assertKilled(() -> others.call(call(script)));
    }

    @Test
    void saysThatAScriptHasWrittenAndGoesOn() {
        assertThatThrownBy(() -> scripts.call(call(WRITTEN)))
                .isInstanceOf(ScriptOutcomeUnknownException.class)
                .hasMessageContaining(
                        "no reply within 300 ms; the script goes on, and cannot be killed since it has written: UNKILLABLE");
        await().until(() -> !isBusy());
        assertThat(server.command("GET", "key")).isEqualTo("1");
        assertThat(scripts.call(call(QUICK))).isEqualTo(2);
    }

    @Test
    void killsTheScriptLaterIfTheServerIsNotBusyInItsOwnView() {
        server.command("CONFIG", "SET", "busy-reply-threshold", "1500");
        assertThatThrownBy(() -> scripts.call(call(ENDLESS)))
                .isInstanceOf(ScriptOutcomeUnknownException.class)
                .hasMessageContaining("no reply within 300 ms; the script may have run, or may still run");
        assertThat(scripts.call(call(QUICK))).isEqualTo(1);
        assertThat(killed()).isEqualTo(1);
    }

    @Test
    void runsTheCallsThatWaitBehindAScriptThatIsKilled() {
        CompletableFuture<Long> endless = scripts.callAsync(call(ENDLESS));
        List<CompletableFuture<Long>> behind =
                List.of(scripts.callAsync(call(QUICK)), scripts.callAsync(call(QUICK)), scripts.callAsync(call(QUICK)));
        assertThatThrownBy(endless::join).hasCauseInstanceOf(ScriptNotExecutedException.class);
        assertThat(behind).extracting(CompletableFuture::join).containsExactly(1L, 2L, 3L);
    }

    @Test
    void doesNotKillAScriptOfItsOwnThatMayTakeLonger() {
        CompletableFuture<Long> patient = scripts.callAsync(call(PATIENT));
        assertThatThrownBy(() -> scripts.call(call(HASTY))).isInstanceOf(ScriptException.class);
        assertThat(patient.join()).isEqualTo(1);
        assertThat(killed()).isZero();
    }

    @Test
    void neverKillsTheScriptOfAnotherClient() {
        try (ScriptClient other = ScriptClient.connect(redis, RedisURI.create(server.uri()))) {
            ScriptDispatch others = other.bind(ScriptDispatch.ABI, Probe.class, PATIENT);
            CompletableFuture<Long> patient = others.callAsync(call(PATIENT));
            await().until(this::isBusy);
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> scripts.call(call(HASTY)))
                        .isInstanceOf(ScriptNotExecutedException.class)
                        .hasMessageContaining("BUSY");
            }
            assertThat(patient.join()).isEqualTo(1);
            assertThat(scripts.call(call(QUICK))).isEqualTo(1);
            assertThat(killed()).isZero();
        }
    }

    @Test
    void saysWhyAScriptCouldNotBeKilled() {
        server.command("ACL", "SETUSER", "app", "on", ">secret", "~*", "+@all", "-script|kill");
        client.close();
        RedisURI uri = RedisURI.create(server.uri());
        uri.setAuthentication("app", "secret".toCharArray());
        client = ScriptClient.connect(redis, uri, ScriptClientOptions.defaults().withKillOnTimeout(true));
        scripts = client.bind(ScriptDispatch.ABI, Probe.class, ENDLESS);
        assertThatThrownBy(() -> scripts.call(call(ENDLESS)))
                .isInstanceOf(ScriptOutcomeUnknownException.class)
                .hasMessageContaining("could not be killed: NOPERM");
    }

    private static void assertKilled(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(ScriptNotExecutedException.class)
                .hasMessageContaining("no reply within 300 ms; the script was killed before it wrote anything");
    }

    private static LuaCall<Long> call(Script script) {
        return call(script, "key");
    }

    private static LuaCall<Long> call(Script script, String key) {
        return LuaCall.of(script, ReplyReader::asLong).keys(key);
    }

    private boolean isBusy() {
        try {
            server.command("PING");
            return false;
        } catch (ServerErrorException e) {
            return e.code().equals("BUSY");
        }
    }

    private long killed() {
        return ReplicasIT.calls(server, "script\\|kill");
    }
}
