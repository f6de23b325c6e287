package dev.perigee.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perigee.Outcome;
import dev.perigee.invoke.Batch;
import dev.perigee.invoke.ReplyReader;
import dev.perigee.invoke.Script;
import dev.perigee.invoke.ScriptDispatch;
import dev.perigee.servers.RedisCluster;
import dev.perigee.servers.RedisServer;
import io.lettuce.core.RedisURI;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.SlotHash;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls for all elements of a collection, each to its own node of a cluster; with two event loops for all of them. */
@Timeout(60)
class BatchClusterIT {

    private static RedisCluster cluster;

    private Traffic traffic;
    private RedisClusterClient redis;
    private ScriptClient client;
    private ScriptDispatch scripts;

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
        cluster.masters().forEach(node -> {
            node.command("FLUSHALL");
            node.command("SCRIPT", "FLUSH");
            node.command("CONFIG", "RESETSTAT");
        });
        traffic = new Traffic();
        RedisURI uri = RedisURI.create(cluster.uris().get(0));
        uri.setTimeout(Duration.ofSeconds(20));
        redis = RedisClusterClient.create(traffic.resources(), uri);
        client = ScriptClient.connect(redis);
        scripts = client.bind(ScriptDispatch.ABI, Probe.class, Counting.SCRIPT);
    }

    @AfterEach
    void disconnect() {
        client.close();
        redis.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        traffic.shutdown();
    }

    @Test
    void runsEachElementOnceOnItsNodeWithAFlushForEachNodeAndGroup() {
        List<Long> once = Collections.nCopies(20_000, 1L);
        assertThat(batch("sync", 20_000).results()).isEqualTo(once);
        int flushes = traffic.flushes();
        assertThat(batch("async", 20_000).resultsAsync().join()).isEqualTo(once);
        assertThat(batch("flux", 20_000).resultsFlux().collectList().block()).isEqualTo(once);

        assertThat(traffic.flushes() - flushes).isLessThan(2000);
        assertThat(cluster.masters()).allSatisfy(node -> {
            assertThat((Long) node.command("DBSIZE")).isPositive();
            assertThat(BatchIT.loads(node)).isBetween(1L, 3L);
        });
        assertThat(cluster.masters().stream()
                        .mapToLong(node -> (Long) node.command("DBSIZE"))
                        .sum())
                .isEqualTo(60_000);
    }

    @Test
    void loadsTheScriptOnceOnEachNodeThatForgetsItMeanwhile() {
        client.loadScripts();
        cluster.masters().forEach(node -> node.command("CONFIG", "RESETSTAT"));
        Batch<Long> batch = scripts.each(Counting.SCRIPT, "orders", numbers(10_000), element -> {
            if (element == 5000) {
                cluster.masters().forEach(node -> node.command("SCRIPT", "FLUSH"));
            }
            return Counting.call("key" + element, 0);
        });
        assertThat(batch.resultsAsync().join()).isEqualTo(Collections.nCopies(10_000, 1L));
        assertThat(cluster.masters())
                .allSatisfy(node -> assertThat(BatchIT.loads(node)).isBetween(1L, 2L));
    }

    @Test
    void loadsTheScriptOnceOnEachNodeForManyCallsThatMissIt() {
        List<CompletableFuture<Long>> calls = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            calls.add(scripts.callAsync(Counting.call("key" + i, 0)));
        }
        assertThat(calls).allSatisfy(call -> assertThat(call.join()).isEqualTo(1));
        assertThat(cluster.masters())
                .allSatisfy(node -> assertThat(BatchIT.loads(node)).isBetween(1L, 3L));
    }

    @Test
    void followsSlotsThatHaveMoved() {
        RedisServer source = cluster.nodes().get(0);
        RedisServer target = cluster.nodes().get(1);
        String tag = "{"
                + IntStream.iterate(0, i -> i + 1)
                        .filter(i ->
                                cluster.nodeOfSlot(SlotHash.getSlot("tag" + i)).port() == source.port())
                        .mapToObj(i -> "tag" + i)
                        .findFirst()
                        .orElseThrow()
                + "}";
        int slot = SlotHash.getSlot(tag);
        scripts.call(Counting.call(tag + "first", 0));
        cluster.masters().forEach(node -> node.command("FLUSHALL"));
        move(slot, target);
        try {
            List<Outcome<Long>> outcomes = scripts.each(
                            Counting.SCRIPT, "orders", numbers(2000), element -> Counting.call(tag + element, 0))
                    .outcomes();
            assertThat(outcomes).hasSize(2000).containsOnly(new Outcome.Success<>(1L));
            assertThat(target.command("DBSIZE")).isEqualTo(2000L);
        } finally {
            cluster.masters().forEach(node -> node.command("FLUSHALL"));
            move(slot, source);
        }
    }

    @Test
    void spreadsCallsWithoutKeysOverTheMasters() {
        Script script = LuaCall.script("return tonumber(ARGV[1])");
        scripts = client.bind(ScriptDispatch.ABI, Probe.class, script);
        List<Long> results = scripts.each(
                        script,
                        "orders",
                        numbers(3000),
                        element -> LuaCall.of(script, ReplyReader::asLong).arguments(1, argv -> argv.add(element)))
                .results();
        assertThat(results).hasSize(3000).isSorted();
        assertThat(cluster.masters())
                .allSatisfy(node -> assertThat(String.valueOf(node.command("INFO", "commandstats")))
                        .contains("cmdstat_evalsha"));
    }

    @Test
    void failsForElementsWithKeysInSeveralSlotsAlone() {
        Batch<Long> batch = scripts.each(
                Counting.SCRIPT,
                "orders",
                numbers(100),
                element -> element == 50 ? Counting.call("a", 0).keys("a", "b") : Counting.call("key" + element, 0));
        assertThat(batch.outcomes().stream().filter(Outcome.Failure.class::isInstance))
                .hasSize(1);
        assertThatThrownBy(batch::results).hasMessageContaining("CROSSSLOT");
    }

    private Batch<Long> batch(String prefix, int count) {
        return scripts.each(Counting.SCRIPT, "orders", numbers(count), element -> Counting.call(prefix + element, 0));
    }

    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    private static void move(int slot, RedisServer target) {
        String id = String.valueOf(target.command("CLUSTER", "MYID"));
        target.command("CLUSTER", "SETSLOT", Integer.toString(slot), "NODE", id);
        for (RedisServer node : cluster.nodes()) {
            node.command("CLUSTER", "SETSLOT", Integer.toString(slot), "NODE", id);
        }
        cluster.awaitStable();
    }
}
