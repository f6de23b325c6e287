package dev.perigee.chaos;

import static org.awaitility.Awaitility.await;

import dev.perigee.chaos.Books.Told;
import dev.perigee.invoke.Delivery;
import dev.perigee.invoke.Script;
import dev.perigee.servers.RedisCluster;
import dev.perigee.servers.RedisServer;
import io.lettuce.core.cluster.SlotHash;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/** Masters are killed, their replicas take over, and they come back as replicas. */
final class Failover {

    private static final long BACK_MILLIS = 1_000;

    private final Subject subject;
    private final RedisCluster cluster;
    private final List<Books> probed = new ArrayList<>();
    private long slowestReturn;

    Failover(Subject subject, RedisCluster cluster) {
        this.subject = subject;
        this.cluster = cluster;
    }

    Row run(int kills) {
        Books books = Tags.books("failover");
        Script script = CountedCall.script(Delivery.AT_MOST_ONCE);
        Load load = Load.start(books, Tags.THREADS, subject.caller(script, books));
        try {
            load.awaitSuccesses(2_000);
            for (int i = 0; i < kills; i++) {
                kill(i, script);
                load.awaitSuccesses(2_000);
            }
            load.finish();
        } finally {
            load.abandon();
        }
        Audit audit = subject.audit(books);
        String note = "calls succeed " + slowestReturn + " ms after a promotion at the latest; "
                + audit.never(Told.SUCCESS) + " successes lost with a master";
        List<String> ofProbes = probed.stream()
                .flatMap(probes -> Promise.AT_MOST_ONCE_OR_LOST.violations(subject.audit(probes)).stream())
                .toList();
        return Row.of("`kill -9` of masters", Promise.AT_MOST_ONCE_OR_LOST, kills, audit, note)
                .with(ofProbes.isEmpty(), "after a promotion, " + ofProbes)
                .with(slowestReturn < BACK_MILLIS, "calls succeeded only " + slowestReturn + " ms after a promotion");
    }

    private void kill(int round, Script script) {
        List<RedisServer> masters = cluster.masters();
        RedisServer victim = masters.get(round % masters.size());
        RedisServer heir = cluster.replicasOf(victim).get(0);
        Set<Integer> slots = new TreeSet<>(SlotMover.slots(victim));
        Books probes = Tags.books("probe" + round, tag -> slots.contains(SlotHash.getSlot(tag)));
        probed.add(probes);
        ScriptCaller probe = subject.caller(script, probes);
        victim.kill();
        await("promotion of a replica")
                .atMost(Duration.ofSeconds(30))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> String.valueOf(heir.command("ROLE")).startsWith("[master"));
        long promoted = System.nanoTime();
        await("a call that succeeds, after " + probes)
                .atMost(Duration.ofSeconds(30))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(probe::callNow);
        slowestReturn = Math.max(slowestReturn, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - promoted));
        victim.restart();
        cluster.awaitStable();
    }
}
