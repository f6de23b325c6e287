package dev.perigee.servers;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * One line of {@code CLUSTER NODES}: id, address, flags, master, pings, configuration epoch, link state, slots.
 *
 * @see <a href="https://redis.io/docs/latest/commands/cluster-nodes/">CLUSTER NODES</a>
 */
record ClusterNode(String id, int port, Set<String> flags, String masterId, long epoch, List<SlotRange> slots) {

    private static final int FIRST_SLOT_FIELD = 8;

    ClusterNode {
        flags = Set.copyOf(flags);
        slots = List.copyOf(slots);
    }

    static List<ClusterNode> parseAll(String reply) {
        return reply.lines().map(ClusterNode::parse).toList();
    }

    static ClusterNode parse(String line) {
        List<String> fields = Arrays.asList(line.split(" ", -1));
        if (fields.size() < FIRST_SLOT_FIELD) {
            throw new IllegalArgumentException("not a line of CLUSTER NODES: " + line);
        }
        List<SlotRange> slots = fields.subList(FIRST_SLOT_FIELD, fields.size()).stream()
                .filter(field -> !field.startsWith("["))
                .map(SlotRange::parse)
                .toList();
        return new ClusterNode(
                fields.get(0),
                port(fields.get(1)),
                Set.copyOf(Arrays.asList(fields.get(2).split(",", -1))),
                fields.get(3),
                Long.parseLong(fields.get(6)),
                slots);
    }

    boolean isMyself() {
        return flags.contains("myself");
    }

    boolean isMaster() {
        return flags.contains("master");
    }

    boolean isInHandshake() {
        return flags.contains("handshake");
    }

    boolean owns(int slot) {
        return isMaster() && slots.stream().anyMatch(range -> range.contains(slot));
    }

    private static int port(String address) {
        int at = address.indexOf('@');
        String hostAndPort = at < 0 ? address : address.substring(0, at);
        return Integer.parseInt(hostAndPort.substring(hostAndPort.lastIndexOf(':') + 1));
    }
}
