package dev.perigee.chaos;

import static org.awaitility.Awaitility.await;

import dev.perigee.invoke.Delivery;
import dev.perigee.invoke.Script;
import dev.perigee.servers.RedisCluster;
import dev.perigee.servers.RedisServer;
import io.lettuce.core.cluster.SlotHash;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/** A node's process is stopped, and goes on later. */
final class FrozenNode {

    private final Subject subject;
    private final RedisCluster cluster;
    private final Duration timeLimit;

    /** @param timeLimit that of the subject's calls */
    FrozenNode(Subject subject, RedisCluster cluster, Duration timeLimit) {
        this.subject = subject;
        this.cluster = cluster;
        this.timeLimit = timeLimit;
    }

    /** What its callers see, and those of the other nodes. */
    record Rows(Row its, Row others) {}

    Rows run(int times) {
        RedisServer node = cluster.nodes().get(2);
        Set<Integer> slots = new TreeSet<>(SlotMover.slots(node));
        Books its = Tags.books("frozen", tag -> slots.contains(SlotHash.getSlot(tag)));
        Books others = Tags.books("awake", tag -> !slots.contains(SlotHash.getSlot(tag)));
        Script script = CountedCall.script(Delivery.AT_MOST_ONCE);
        Load ofIt = Load.start(its, Tags.THREADS / 2, subject.caller(script, its));
        Load ofOthers = Load.start(others, Tags.THREADS / 2, subject.caller(script, others));
        try {
            for (int i = 0; i < times; i++) {
                ofIt.awaitSuccesses(1_000);
                freeze(node, its, ofOthers);
            }
            ofIt.awaitSuccesses(1_000);
            ofIt.finish();
            ofOthers.finish();
        } finally {
            ofIt.abandon();
            ofOthers.abandon();
        }
        long limit = timeLimit.toMillis();
        Audit frozen = subject.audit(its);
        Audit awake = subject.audit(others);
        return new Rows(
                Row.of("a frozen node, its calls", Promise.AT_MOST_ONCE, times, frozen, "time limit " + limit + " ms")
                        .with(frozen.slowestMillis() >= limit, "no call met its time limit")
                        .with(frozen.slowestMillis() < 3 * limit, "a call took " + frozen.slowestMillis() + " ms"),
                Row.of("a frozen node, calls to the others", Promise.NO_ERROR, times, awake, ""));
    }

    private static void freeze(RedisServer node, Books its, Load ofOthers) {
        node.freeze();
        try {
            long enough =
                    its.failures().values().stream().mapToLong(Long::longValue).sum() + Tags.THREADS;
            await("time-outs")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> its.failures().values().stream()
                                    .mapToLong(Long::longValue)
                                    .sum()
                            >= enough);
            ofOthers.awaitSuccesses(2_000);
        } finally {
            node.thaw();
        }
    }
}
