package dev.perigee.chaos;

import dev.perigee.servers.RedisCluster;
import dev.perigee.servers.RedisServer;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Moves slots from one node of a cluster to another, as the Redis documentation says: key by key. */
final class SlotMover implements AutoCloseable {

    private static final int KEYS_AT_A_TIME = 100;

    /** In a line of CLUSTER NODES. */
    private static final int FIRST_RANGE = 8;

    private static final long KEY_MILLIS = 10_000;

    private final RedisClient redis = RedisClient.create();
    private final Map<RedisServer, RedisCommands<String, String>> nodes;
    private final Map<RedisServer, String> ids;

    SlotMover(RedisCluster cluster) {
        nodes = cluster.nodes().stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        node -> redis.connect(RedisURI.create(node.uri())).sync()));
        ids = cluster.nodes().stream()
                .collect(
                        Collectors.toMap(Function.identity(), node -> String.valueOf(node.command("CLUSTER", "MYID"))));
    }

    /** The slots that the node owns. */
    static List<Integer> slots(RedisServer node) {
        List<Integer> slots = new ArrayList<>();
        String id = String.valueOf(node.command("CLUSTER", "MYID"));
        String nodes = String.valueOf(node.command("CLUSTER", "NODES"));
        String self =
                nodes.lines().filter(line -> line.startsWith(id)).findFirst().orElseThrow();
        List<String> ranges = List.of(self.split(" ", -1));
        for (String range : ranges.subList(FIRST_RANGE, ranges.size())) {
            String[] ends = range.split("-", -1);
            for (int slot = Integer.parseInt(ends[0]); slot <= Integer.parseInt(ends[ends.length - 1]); slot++) {
                slots.add(slot);
            }
        }
        return slots;
    }

    /**
     * Moves a slot.
     *
     * @param half run once, when the first of several keys has been moved
     * @return whether there were several
     */
    boolean move(int slot, RedisServer from, RedisServer to, Runnable half) {
        RedisCommands<String, String> source = node(from);
        RedisCommands<String, String> target = node(to);
        target.clusterSetSlotImporting(slot, id(from));
        source.clusterSetSlotMigrating(slot, id(to));
        boolean several = false;
        List<String> keys = source.clusterGetKeysInSlot(slot, KEYS_AT_A_TIME);
        while (!keys.isEmpty()) {
            for (Iterator<String> left = keys.iterator(); left.hasNext(); ) {
                source.migrate(to.host(), to.port(), left.next(), 0, KEY_MILLIS);
                if (!several && left.hasNext()) {
                    several = true;
                    half.run();
                }
            }
            keys = source.clusterGetKeysInSlot(slot, KEYS_AT_A_TIME);
        }
        target.clusterSetSlotNode(slot, id(to));
        source.clusterSetSlotNode(slot, id(to));
        nodes.forEach((node, commands) -> {
            if (node != from && node != to) {
                commands.clusterSetSlotNode(slot, id(to));
            }
        });
        return several;
    }

    private RedisCommands<String, String> node(RedisServer server) {
        return Objects.requireNonNull(nodes.get(server));
    }

    private String id(RedisServer server) {
        return Objects.requireNonNull(ids.get(server));
    }

    @Override
    public void close() {
        redis.shutdown(Duration.ZERO, Duration.ofSeconds(2));
    }
}
