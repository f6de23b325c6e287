package dev.perigee.chaos;

import static org.awaitility.Awaitility.await;

import dev.perigee.invoke.Delivery;
import dev.perigee.invoke.Script;
import dev.perigee.servers.RedisCluster;
import dev.perigee.servers.RedisServer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/** All slots of a node move to another one, and back, while calls are made for their keys. */
final class Resharding {

    private static final int HELD_IN_HALF = 5;

    private final Subject subject;
    private final RedisCluster cluster;

    Resharding(Subject subject, RedisCluster cluster) {
        this.subject = subject;
        this.cluster = cluster;
    }

    /**
     * @param times how often there and back
     * @param empty how many slots without keys are moved as well
     */
    Row run(int times, int empty) {
        Books books = Tags.books("reshard");
        Script script = CountedCall.script(Delivery.AT_MOST_ONCE);
        Load load = Load.start(books, Tags.THREADS, subject.caller(script, books));
        RedisServer one = cluster.nodes().get(0);
        RedisServer other = cluster.nodes().get(1);
        int moved = 0;
        try (SlotMover mover = new SlotMover(cluster)) {
            load.awaitSuccesses(10_000);
            List<Integer> slots = slots(one, empty);
            for (int i = 0; i < times; i++) {
                moved += moveAll(mover, slots, one, other);
                load.awaitSuccesses(2_000);
                moved += moveAll(mover, slots, other, one);
                load.awaitSuccesses(2_000);
            }
            load.finish();
        } finally {
            load.abandon();
        }
        cluster.awaitStable();
        String note = errors("MOVED") + " MOVED, " + errors("ASK") + " ASK, " + errors("TRYAGAIN") + " TRYAGAIN";
        return Row.of("slots moved under way", Promise.NO_ERROR, moved, subject.audit(books), note)
                .with(errors("MOVED") > 0 && errors("ASK") > 0, "no call was redirected");
    }

    /** Those with keys, and as many more. */
    private static List<Integer> slots(RedisServer node, int empty) {
        AtomicInteger left = new AtomicInteger(empty);
        return SlotMover.slots(node).stream()
                .filter(slot -> !Objects.equals(node.command("CLUSTER", "COUNTKEYSINSLOT", slot.toString()), 0L)
                        || left.getAndDecrement() > 0)
                .toList();
    }

    /** Some slots stay half moved until calls have been told to try again. */
    private int moveAll(SlotMover mover, List<Integer> slots, RedisServer from, RedisServer to) {
        int held = 0;
        for (int slot : slots) {
            boolean hold = held < HELD_IN_HALF;
            if (mover.move(slot, from, to, hold ? this::awaitTryAgain : () -> {})) {
                held++;
            }
        }
        return slots.size();
    }

    private void awaitTryAgain() {
        long before = errors("TRYAGAIN");
        await("TRYAGAIN")
                .atMost(Duration.ofSeconds(20))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> errors("TRYAGAIN") > before);
    }

    private long errors(String code) {
        return cluster.nodes().stream()
                .mapToLong(node -> Errors.count(node, code))
                .sum();
    }
}
