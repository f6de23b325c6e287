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
import dev.perigee.servers.RedisCluster;
import dev.perigee.servers.RedisServer;
import io.lettuce.core.RedisURI;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.SlotHash;
import io.lettuce.core.cluster.api.sync.RedisAdvancedClusterCommands;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ClusterIT {

    private static RedisCluster cluster;

    private Channels channels;
    private RedisClusterClient redis;
    private ScriptClient client;
    private FlashSale sale;

    @BeforeAll
    static void start() {
        cluster = RedisCluster.start(3);
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @BeforeEach
    void connect() {
        cluster.masters().forEach(node -> node.command("FLUSHALL"));
        flushScripts();
        channels = new Channels();
        RedisURI uri = RedisURI.create(cluster.uris().get(0));
        uri.setTimeout(Duration.ofSeconds(10));
        redis = RedisClusterClient.create(channels.resources(), uri);
        client = ScriptClient.connect(redis);
        sale = client.create(FlashSale.class);
    }

    @AfterEach
    void disconnect() {
        client.close();
        redis.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        channels.shutdown();
    }

    @Test
    void runsAScriptOfTwoKeysOnEveryNode() {
        skuOfEachNode().forEach(this::buyOne);
    }

    @Test
    void loadsTheScriptAgainOnEachNodeThatForgotIt() {
        Map<RedisServer, String> skus = skuOfEachNode();
        skus.forEach(this::buyOne);
        flushScripts();
        skus.forEach((node, sku) -> {
            assertThat(sale.buy(sku, "u2", 1).outcome()).isEqualTo(Outcome.SOLD_OUT);
            assertThat(sale.buyAsync(sku, "u1", 1).toCompletableFuture().join().outcome())
                    .isEqualTo(Outcome.ALREADY_BOUGHT);
        });
    }

    @Test
    void loadsTheScriptAgainOnANodeThatWasRestarted() {
        Map<RedisServer, String> skus = skuOfEachNode();
        skus.forEach(this::buyOne);
        RedisServer node = cluster.nodes().get(1);
        node.restart();
        cluster.awaitStable();

        String sku = skus.get(node);
        await().ignoreExceptions().until(() -> sale.buyers(String.valueOf(sku)).isEmpty());
    }

    @Test
    void loadsScriptsOnEveryMasterInAdvance() {
        assertThat(client.loadScripts()).isEqualTo(2);
        for (RedisServer node : cluster.masters()) {
            assertThat(node.command("SCRIPT", "EXISTS", "ce71cbc71a1442275051e0f37a27efa6e6507e2c"))
                    .hasToString("[1]");
        }
    }

    @Test
    void followsASlotToTheNodeItWasMovedTo() {
        String sku = skuOn(cluster.nodes().get(0), "moved");
        assertThat(sale.buyers(sku)).isEmpty();
        int slot = SlotHash.getSlot("{" + sku + "}");
        RedisServer target = cluster.nodes().get(2);
        move(slot, target);
        try {
            target.command("SCRIPT", "FLUSH");
            buyOne(target, sku);
            assertThat(target.command("GET", "sale:{" + sku + "}:stock")).isEqualTo("0");
        } finally {
            cluster.masters().forEach(node -> node.command("FLUSHALL"));
            move(slot, cluster.nodes().get(0));
        }
    }

    @Test
    void isNotSentAgainForARedirectionThatTheScriptMadeUp() {
        Script script = LuaCall.script("redis.call('INCR', KEYS[1]) return redis.error_reply('MOVED ' .. ARGV[1])");
        ScriptDispatch scripts = client.bind(ScriptDispatch.ABI, Probe.class, script);
        RedisServer target = cluster.nodes().get(1);
        assertThatThrownBy(() -> scripts.call(LuaCall.of(script, ReplyReader::asLong)
                        .keys("{made-up}")
                        .arguments(1, argv -> argv.add("1 " + target.host() + ":" + target.port()))))
                .isInstanceOf(ScriptErrorException.class)
                .hasMessageContaining("MOVED 1 ");
        RedisServer owner = cluster.nodeOfSlot(SlotHash.getSlot("{made-up}"));
        assertThat(owner.command("GET", "{made-up}")).isEqualTo("1");
    }

    @Test
    void followsASlotThatIsBeingMoved() {
        RedisServer source = cluster.nodes().get(0);
        RedisServer target = cluster.nodes().get(1);
        String key = "{" + skuOn(source, "asked") + "}";
        String slot = Integer.toString(SlotHash.getSlot(key));
        ScriptDispatch scripts = client.bind(ScriptDispatch.ABI, Probe.class, Counting.SCRIPT);
        target.command("CLUSTER", "SETSLOT", slot, "IMPORTING", id(source));
        source.command("CLUSTER", "SETSLOT", slot, "MIGRATING", id(target));
        try {
            assertThat(scripts.call(Counting.call(key, 0))).isEqualTo(1);
            assertThat(scripts.call(Counting.call(key, 0))).isEqualTo(2);
        } finally {
            target.command("FLUSHALL");
            source.command("CLUSTER", "SETSLOT", slot, "STABLE");
            target.command("CLUSTER", "SETSLOT", slot, "STABLE");
        }
    }

    @Test
    void runsAScriptWithoutKeysOnAnyMaster() {
        Script script = LuaCall.script("return 7");
        ScriptDispatch scripts = client.bind(ScriptDispatch.ABI, Probe.class, script);
        for (int i = 0; i < 30; i++) {
            assertThat(scripts.call(LuaCall.of(script, ReplyReader::asLong))).isEqualTo(7);
            if (i % 10 == 0) {
                flushScripts();
            }
        }
    }

    /** Goes on until a cut has met calls in flight. */
    @Test
    @Timeout(60)
    void runsNoneOfManyCallsTwiceWhenConnectionsBreak() {
        ScriptDispatch scripts = client.bind(ScriptDispatch.ABI, Probe.class, Counting.SCRIPT);
        Collection<String> skus = skuOfEachNode().values();
        skus.forEach(sku -> scripts.call(Counting.call("warm{" + sku + "}", 0)));
        RedisAdvancedClusterCommands<String, String> commands = redis.connect().sync();
        int unknown = 0;
        for (int round = 0; round < 3 || unknown == 0; round++) {
            Map<String, CompletableFuture<Long>> calls = new LinkedHashMap<>();
            for (int i = 0; i < 1000; i++) {
                String key = "call" + round + ":" + i;
                calls.put(key, scripts.callAsync(Counting.call(key, 0)));
            }
            for (String sku : skus) {
                String key = "busy" + round + "{" + sku + "}";
                calls.put(key, scripts.callAsync(Counting.call(key, 100)));
            }
            channels.cut();
            unknown += Counting.assertNoneRanTwice(calls, commands::get);
        }
    }

    @Test
    void saysThatItCouldNotConnect() {
        RedisClusterClient nowhere = RedisClusterClient.create("redis://127.0.0.1:1");
        try {
            assertThatThrownBy(() -> ScriptClient.connect(nowhere))
                    .isInstanceOf(ConnectionFailedException.class)
                    .hasMessageContaining("127.0.0.1")
                    .hasMessageContaining("Check that the server runs");
        } finally {
            nowhere.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        }
    }

    private void buyOne(RedisServer node, String sku) {
        node.command("SET", "sale:{" + sku + "}:stock", "1");
        assertThat(sale.buy(sku, "u1", 1)).isEqualTo(new Purchase(Outcome.SOLD, 0));
    }

    private static void flushScripts() {
        cluster.nodes().forEach(node -> node.command("SCRIPT", "FLUSH"));
    }

    private static Map<RedisServer, String> skuOfEachNode() {
        Map<RedisServer, String> skus = new HashMap<>();
        cluster.nodes().forEach(node -> skus.put(node, skuOn(node, "sku")));
        return skus;
    }

    private static String skuOn(RedisServer node, String prefix) {
        int at = 0;
        while (cluster.nodeOfSlot(SlotHash.getSlot(prefix + at)).port() != node.port()) {
            at++;
        }
        return prefix + at;
    }

    private static void move(int slot, RedisServer target) {
        String id = id(target);
        target.command("CLUSTER", "SETSLOT", Integer.toString(slot), "NODE", id);
        for (RedisServer node : cluster.nodes()) {
            node.command("CLUSTER", "SETSLOT", Integer.toString(slot), "NODE", id);
        }
        cluster.awaitStable();
    }

    private static String id(RedisServer node) {
        return String.valueOf(node.command("CLUSTER", "MYID"));
    }
}
