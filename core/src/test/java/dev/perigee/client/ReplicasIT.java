package dev.perigee.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.perigee.client.FlashSale.Outcome;
import dev.perigee.client.FlashSale.Purchase;
import dev.perigee.error.ConnectionFailedException;
import dev.perigee.error.ScriptErrorException;
import dev.perigee.invoke.ReplyReader;
import dev.perigee.invoke.Script;
import dev.perigee.invoke.ScriptDispatch;
import dev.perigee.servers.RedisServer;
import io.lettuce.core.ReadFrom;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A master and a replica, reached through Lettuce's master/replica connection. */
class ReplicasIT {

    private static RedisServer master;
    private static RedisServer replica;
    private static RedisClient redis;

    @BeforeAll
    static void start() {
        master = RedisServer.start();
        replica = RedisServer.builder()
                .option("replicaof", master.host(), Integer.toString(master.port()))
                .start();
        await().until(() ->
                String.valueOf(master.command("INFO", "replication")).contains("state=online"));
        redis = RedisClient.create();
    }

    @AfterAll
    static void stop() {
        redis.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        replica.close();
        master.close();
    }

    @Test
    void sendsScriptsToTheMasterAmongTheServersGiven() {
        try (ScriptClient client = ScriptClient.connectReplicas(redis, uri(replica), uri(master))) {
            assertBuys(client, "given");
        }
    }

    @Test
    void findsTheMasterFromTheReplica() {
        try (ScriptClient client = ScriptClient.connectReplicas(redis, uri(replica))) {
            assertBuys(client, "found");
        }
    }

    @Test
    void takesAListOfServers() {
        try (ScriptClient client = ScriptClient.connectReplicas(redis, List.of(uri(master), uri(replica)))) {
            assertThat(client.loadScripts()).isZero();
            assertBuys(client, "listed");
        }
    }

    @Test
    void saysThatNoServerWasGivenOrAnswers() {
        assertThatThrownBy(() -> ScriptClient.connectReplicas(redis)).isInstanceOf(IllegalArgumentException.class);
        RedisURI nowhere = RedisURI.create("redis://127.0.0.1:1");
        assertThatThrownBy(() -> ScriptClient.connectReplicas(redis, nowhere))
                .isInstanceOf(ConnectionFailedException.class)
                .hasMessageContaining("127.0.0.1:1");
    }

    @Test
    void readsFromAReplicaThatHasNeverSeenTheScript() {
        Script script = LuaCall.script("return redis.call('GET', KEYS[1])").readOnly();
        master.command("SET", "read", "7");
        await().until(() -> "7".equals(replica.command("GET", "read")));
        ScriptClientOptions options = ScriptClientOptions.defaults().withReadFrom(ReadFrom.REPLICA);
        try (ScriptClient client = ScriptClient.connectReplicas(redis, List.of(uri(master), uri(replica)), options)) {
            ScriptDispatch scripts = client.bind(ScriptDispatch.ABI, Probe.class, script);
            LuaCall<Long> call = LuaCall.of(script, ReplyReader::asLong).keys("read");
            replica.command("SCRIPT", "FLUSH");
            List.of(replica, master).forEach(server -> server.command("CONFIG", "RESETSTAT"));
            for (int i = 0; i < 3; i++) {
                assertThat(scripts.call(call)).isEqualTo(7);
            }
            assertThat(calls(replica, "evalsha_ro")).isEqualTo(3);
            assertThat(calls(replica, "eval_ro")).isEqualTo(1);
            assertThat(calls(master, "evalsha_ro")).isZero();
        }
    }

    @Test
    void readsFromTheMasterUnlessToldOtherwise() {
        Script script = LuaCall.script("return redis.call('EXISTS', KEYS[1])").readOnly();
        try (ScriptClient client = ScriptClient.connectReplicas(redis, uri(master), uri(replica))) {
            ScriptDispatch scripts = client.bind(ScriptDispatch.ABI, Probe.class, script);
            master.command("CONFIG", "RESETSTAT");
            assertThat(scripts.call(LuaCall.of(script, ReplyReader::asLong).keys("nothing")))
                    .isZero();
            assertThat(calls(master, "evalsha_ro")).isPositive();
        }
    }

    @Test
    void isRefusedByTheServerWhereAReadOnlyScriptWrites() {
        Script script = LuaCall.script("return redis.call('INCR', KEYS[1])").readOnly();
        try (ScriptClient client = ScriptClient.connect(redis, uri(master))) {
            ScriptDispatch scripts = client.bind(ScriptDispatch.ABI, Probe.class, script);
            assertThatThrownBy(() ->
                            scripts.call(LuaCall.of(script, ReplyReader::asLong).keys("written")))
                    .isInstanceOf(ScriptErrorException.class)
                    .hasMessageContaining("Write commands are not allowed from read-only scripts");
            assertThat(master.command("EXISTS", "written")).isEqualTo(0L);
        }
    }

    static long calls(RedisServer server, String command) {
        Matcher stat = Pattern.compile("cmdstat_" + command + ":calls=(\\d+)")
                .matcher(String.valueOf(server.command("INFO", "commandstats")));
        return stat.find() ? Long.parseLong(stat.group(1)) : 0;
    }

    private static void assertBuys(ScriptClient client, String sku) {
        master.command("SCRIPT", "FLUSH");
        master.command("SET", "sale:{" + sku + "}:stock", "2");
        assertThat(client.create(FlashSale.class).buy(sku, "u1", 1)).isEqualTo(new Purchase(Outcome.SOLD, 1));
        assertThat(master.command("GET", "sale:{" + sku + "}:stock")).isEqualTo("1");
    }

    private static RedisURI uri(RedisServer server) {
        return RedisURI.create(server.uri());
    }
}
