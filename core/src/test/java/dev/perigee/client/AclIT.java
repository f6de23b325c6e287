package dev.perigee.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perigee.client.FlashSale.Outcome;
import dev.perigee.client.FlashSale.Purchase;
import dev.perigee.error.ConnectionFailedException;
import dev.perigee.error.ScriptErrorException;
import dev.perigee.error.ScriptLoadException;
import dev.perigee.error.ScriptNotExecutedException;
import dev.perigee.invoke.ReplyReader;
import dev.perigee.invoke.Script;
import dev.perigee.invoke.ScriptDispatch;
import dev.perigee.servers.RedisCluster;
import dev.perigee.servers.RedisServer;
import io.lettuce.core.ReadFrom;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.cluster.RedisClusterClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A user who may do what scripts and the client need, and nothing else. */
@Timeout(60)
class AclIT {

    /** What {@code scripts/sale/*.lua} need. */
    private static final List<String> SALE = List.of("~sale:*", "+get", "+sismember", "+decrby", "+sadd", "+smembers");

    private static final List<String> CLIENT = List.of("+evalsha", "+script|load");

    private static final Script READING =
            LuaCall.script("return redis.call('GET', KEYS[1]) or 0").readOnly();
    private static final Script ENDLESS =
            LuaCall.script("while true do redis.call('GET', KEYS[1]) end").timeout("PT0.3S");

    private static RedisServer server;
    private static RedisClient redis;

    @BeforeAll
    static void start() {
        server = RedisServer.builder().option("busy-reply-threshold", "100").start();
        redis = RedisClient.create();
    }

    @AfterAll
    static void stop() {
        redis.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        server.close();
    }

    @BeforeEach
    void clear() {
        server.command("FLUSHALL");
        server.command("SCRIPT", "FLUSH");
        server.command("SET", "sale:{moon}:stock", "5");
    }

    @Test
    void callsScriptsWithNothingButWhatTheyAndTheClientNeed() {
        allow(server, SALE, CLIENT);
        try (ScriptClient client = ScriptClient.connect(redis, uri(server))) {
            FlashSale sale = client.create(FlashSale.class);
            assertThat(sale.buy("moon", "u1", 2)).isEqualTo(new Purchase(Outcome.SOLD, 3));
            server.command("SCRIPT", "FLUSH");
            assertThat(sale.buyers("moon")).containsExactly("u1");
            assertThat(client.loadScripts()).isEqualTo(2);
        }
    }

    @Test
    void checksScriptsWithScriptExists() {
        allow(server, SALE, CLIENT);
        try (ScriptClient client = ScriptClient.connect(redis, uri(server))) {
            client.create(FlashSale.class);
            assertThat(client.checkScripts())
                    .singleElement()
                    .satisfies(node -> assertThat(node.failure()).contains("NOPERM", "script|exists"));
            server.command("ACL", "SETUSER", "app", "+script|exists");
            assertThat(client.checkScripts()).allMatch(NodeScripts::answered);
        }
    }

    @Test
    void runsScriptsThatWriteNothingWithEvalshaRo() {
        allow(server, SALE, List.of("+evalsha_ro", "+evalsha", "+script|load"));
        try (ScriptClient client = ScriptClient.connect(redis, uri(server))) {
            ScriptDispatch scripts = client.bind(ScriptDispatch.ABI, Probe.class, READING);
            assertThat(scripts.call(call(READING))).isEqualTo(5);
        }
    }

    @Test
    void killsScriptsWithScriptKillAndPing() {
        allow(server, SALE, CLIENT, "+script|kill", "+ping");
        ScriptClientOptions options = ScriptClientOptions.defaults().withKillOnTimeout(true);
        try (ScriptClient client = ScriptClient.connect(redis, uri(server), options)) {
            ScriptDispatch scripts = client.bind(ScriptDispatch.ABI, Probe.class, ENDLESS);
            assertThatThrownBy(() -> scripts.call(call(ENDLESS)))
                    .isInstanceOf(ScriptNotExecutedException.class)
                    .hasMessageContaining("was killed");
        }
    }

    @Test
    void usesAClusterWithItsLayoutAndTheReplicas() {
        try (RedisCluster cluster =
                RedisCluster.builder().masters(3).replicas(1).start()) {
            cluster.nodes()
                    .forEach(node -> allow(
                            node,
                            SALE,
                            CLIENT,
                            "+evalsha_ro",
                            "+eval_ro",
                            "+script|exists",
                            "+cluster|nodes",
                            "+info",
                            "+asking",
                            "+readonly"));
            RedisClusterClient clusterClient =
                    RedisClusterClient.create(uri(cluster.nodes().get(0)));
            try (ScriptClient client = ScriptClient.connect(
                    clusterClient, ScriptClientOptions.defaults().withReadFrom(ReadFrom.REPLICA_PREFERRED))) {
                ScriptDispatch scripts = client.bind(ScriptDispatch.ABI, Probe.class, READING);
                FlashSale sale = client.create(FlashSale.class);
                assertThat(scripts.call(call(READING))).isZero();
                assertThat(sale.buyers("sun")).isEmpty();
                assertThat(client.loadScripts()).isEqualTo(3);
                assertThat(client.checkScripts()).hasSize(6).allMatch(NodeScripts::answered);
            } finally {
                clusterClient.shutdown(Duration.ZERO, Duration.ofSeconds(2));
            }
        }
    }

    @Test
    void saysWhichRightIsMissing() {
        assertThatThrownBy(() -> buy(List.of("~sale:*", "+get", "+sismember"), CLIENT))
                .isInstanceOf(ScriptErrorException.class)
                .hasMessageContaining("scripts/sale/buy.lua");
        assertThatThrownBy(() -> buy(SALE, List.of("+script|load")))
                .isInstanceOfSatisfying(
                        ScriptErrorException.class, e -> assertThat(e.code()).isEqualTo("NOPERM"))
                .hasMessageContaining("evalsha");
        assertThatThrownBy(() -> buy(SALE, List.of("+evalsha")))
                .isInstanceOf(ScriptNotExecutedException.class)
                .hasMessageContaining("loading it failed: NOPERM")
                .hasMessageContaining("script|load");
        assertThatThrownBy(() -> buy(List.of("~other:*", "+get", "+sismember", "+decrby", "+sadd"), CLIENT))
                .isInstanceOfSatisfying(
                        ScriptErrorException.class, e -> assertThat(e.code()).isEqualTo("NOPERM"))
                .hasMessageContaining("keys");
        allow(server, SALE, List.of("+evalsha"));
        try (ScriptClient client = ScriptClient.connect(redis, uri(server))) {
            client.create(FlashSale.class);
            assertThatThrownBy(client::loadScripts)
                    .isInstanceOf(ScriptLoadException.class)
                    .hasMessageContaining("script|load");
        }
    }

    @Test
    void saysThatAPasswordIsWrong() {
        allow(server, SALE, CLIENT);
        RedisURI uri = uri(server);
        uri.setAuthentication("app", "guessed".toCharArray());
        assertThatThrownBy(() -> ScriptClient.connect(redis, uri))
                .isInstanceOf(ConnectionFailedException.class)
                .hasMessageContaining("WRONGPASS")
                .hasMessageNotContaining("guessed");
    }

    private static void buy(List<String> sale, List<String> client) {
        server.command("SCRIPT", "FLUSH");
        allow(server, sale, client);
        try (ScriptClient connected = ScriptClient.connect(redis, uri(server))) {
            connected.create(FlashSale.class).buy("moon", "u9", 1);
        }
    }

    private static void allow(RedisServer node, List<String> scripts, List<String> client, String... more) {
        List<String> command = new ArrayList<>(List.of("ACL", "SETUSER", "app", "reset", "on", ">secret"));
        command.addAll(scripts);
        command.addAll(client);
        command.addAll(List.of(more));
        node.command(command.toArray(String[]::new));
    }

    private static LuaCall<Long> call(Script script) {
        return LuaCall.of(script, ReplyReader::asLong).keys("sale:{moon}:stock");
    }

    private static RedisURI uri(RedisServer node) {
        RedisURI uri = RedisURI.create(node.uri());
        uri.setAuthentication("app", "secret".toCharArray());
        uri.setTimeout(Duration.ofSeconds(10));
        return uri;
    }
}
