package dev.perigee.servers;

import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the running servers of a cluster say about it at one moment. */
final class ClusterView {

    private final int size;
    private final Map<RedisServer, List<ClusterNode>> nodes = new HashMap<>();
    private boolean allReady = true;

    private ClusterView(int size) {
        this.size = size;
    }

    static ClusterView of(List<RedisServer> servers) {
        ClusterView view = new ClusterView(servers.size());
        servers.stream().filter(RedisServer::isRunning).forEach(view::ask);
        return view;
    }

    private void ask(RedisServer server) {
        try {
            nodes.put(server, ClusterNode.parseAll(reply(server, "CLUSTER", "NODES")));
            allReady &= reply(server, "CLUSTER", "INFO").contains("cluster_state:ok")
                    && !reply(server, "INFO", "replication").contains("master_link_status:down");
        } catch (UncheckedIOException | ServerErrorException e) {
            allReady = false;
        }
    }

    /** Whether every running node knows every other and its address. */
    boolean allKnowEachOther() {
        return nodes.values().stream()
                .allMatch(view -> view.size() == size && view.stream().noneMatch(ClusterNode::isInHandshake));
    }

    /**
     * Whether moreover every running node is in service, its replication too, all agree who owns which slot, and it is a
     * running node in each case: until a failure is detected, nodes say that all is well.
     */
    boolean isStable() {
        return allReady && allKnowEachOther() && distinctRoles() == 1 && ownedSlots() == SlotRange.SLOTS;
    }

    private int ownedSlots() {
        return nodes.keySet().stream()
                .flatMap(server -> self(server).stream())
                .filter(ClusterNode::isMaster)
                .flatMap(node -> node.slots().stream())
                .mapToInt(SlotRange::size)
                .sum();
    }

    private long distinctRoles() {
        Set<Integer> running = nodes.keySet().stream().map(RedisServer::port).collect(Collectors.toSet());
        return nodes.values().stream()
                .map(view -> view.stream()
                        .filter(node -> running.contains(node.port()))
                        .map(node -> new Role(node.id(), node.masterId(), node.slots()))
                        .collect(Collectors.toSet()))
                .distinct()
                .count();
    }

    /** The node as it sees itself. */
    Optional<ClusterNode> self(RedisServer server) {
        return nodes.getOrDefault(server, List.of()).stream()
                .filter(ClusterNode::isMyself)
                .findFirst();
    }

    /** The server that says it owns the slot; of two, as after a failover, the one with the later epoch. */
    Optional<RedisServer> ownerOf(int slot) {
        return nodes.keySet().stream()
                .filter(server -> self(server).filter(node -> node.owns(slot)).isPresent())
                .max(Comparator.comparingLong(
                        server -> self(server).map(ClusterNode::epoch).orElse(0L)));
    }

    @Override
    public String toString() {
        return nodes.entrySet().stream()
                .map(entry -> entry.getKey().uri() + ":\n"
                        + entry.getValue().stream()
                                .map(node -> "  " + node + "\n")
                                .collect(Collectors.joining()))
                .collect(Collectors.joining());
    }

    private static String reply(RedisServer server, String... command) {
        return String.valueOf(server.command(command));
    }

    private record Role(String id, String masterId, List<SlotRange> slots) {}
}
