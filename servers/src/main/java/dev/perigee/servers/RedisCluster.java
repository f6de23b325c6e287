package dev.perigee.servers;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * A Redis or Valkey cluster of child processes, its slots spread evenly over the masters.
 *
 * <p>Nodes can be stopped, killed and restarted through {@link RedisServer}; each keeps its identity until the cluster is
 * closed. What this class says of masters and slots it asks the nodes anew each time. A master of Redis 7 serves two
 * seconds after its start at the earliest, so a cluster takes that long to start. Thread-safe.
 */
public final class RedisCluster implements AutoCloseable {

    private static final Duration STABLE_LIMIT = Duration.ofSeconds(30);

    private final List<RedisServer> nodes;

    private RedisCluster(List<RedisServer> nodes) {
        this.nodes = List.copyOf(nodes);
    }

    /**
     * Starts a cluster without replicas and waits until all its nodes are in service.
     *
     * @throws ServerStartException when they are not within half a minute
     */
    public static RedisCluster start(int masters) {
        return builder().masters(masters).start();
    }

    /** A cluster with replicas or options of one's own; three masters unless said otherwise. */
    public static Builder builder() {
        return new Builder();
    }

    /** All nodes, running or not: those that started as masters, in the order of their slots, then the replicas. */
    public List<RedisServer> nodes() {
        return nodes;
    }

    /** The running nodes that own slots now, by their own account, in the order of {@link #nodes()}. */
    public List<RedisServer> masters() {
        ClusterView view = ClusterView.of(nodes);
        return nodes.stream()
                .filter(server -> view.self(server)
                        .filter(node -> node.isMaster() && !node.slots().isEmpty())
                        .isPresent())
                .toList();
    }

    /** The running nodes that replicate this master now, by their own account. */
    public List<RedisServer> replicasOf(RedisServer master) {
        ClusterView view = ClusterView.of(nodes);
        return view.self(master)
                .map(ClusterNode::id)
                .map(id -> nodes.stream()
                        .filter(server -> view.self(server)
                                .filter(node -> node.masterId().equals(id))
                                .isPresent())
                        .toList())
                .orElse(List.of());
    }

    /**
     * The running node that owns the slot now.
     *
     * @throws IllegalArgumentException when the slot is not within 0 to 16383
     * @throws NoSuchElementException when no running node owns it
     */
    public RedisServer nodeOfSlot(int slot) {
        if (slot < 0 || slot >= SlotRange.SLOTS) {
            throw new IllegalArgumentException("not a hash slot: " + slot);
        }
        return ClusterView.of(nodes)
                .ownerOf(slot)
                .orElseThrow(() -> new NoSuchElementException("no running node owns slot " + slot));
    }

    /** The addresses of all nodes, in the order of {@link #nodes()}. */
    public List<URI> uris() {
        return nodes.stream().map(RedisServer::uri).toList();
    }

    /**
     * Waits until every running node is in service, replicas have their master, every slot has a running owner and all
     * agree on it: after a failover, a restart or the move of a slot.
     *
     * @throws IllegalStateException when that is not so within half a minute
     */
    public void awaitStable() {
        if (!Waiting.until(() -> ClusterView.of(nodes).isStable(), STABLE_LIMIT)) {
            throw new IllegalStateException("the cluster is not stable after " + STABLE_LIMIT.toSeconds()
                    + " s; its nodes see\n" + ClusterView.of(nodes));
        }
    }

    /** Kills all nodes and deletes their directories. */
    @Override
    public void close() {
        nodes.forEach(RedisServer::kill);
        nodes.forEach(RedisServer::close);
    }

    /** Settings of a cluster to start; for one thread. */
    public static final class Builder {

        private static final Duration NODE_TIMEOUT = Duration.ofSeconds(2);

        private final List<ServerConfig.Option> options = new ArrayList<>();
        private int masters = 3;
        private int replicas;
        private Duration nodeTimeout = NODE_TIMEOUT;

        private Builder() {}

        /**
         * Sets the number of masters.
         *
         * @throws IllegalArgumentException when it is less than one
         */
        public Builder masters(int masters) {
            if (masters < 1) {
                throw new IllegalArgumentException("a cluster needs a master, not " + masters);
            }
            this.masters = masters;
            return this;
        }

        /**
         * Sets the number of replicas of each master; none by default. A replica takes over only where a majority of the
         * masters still runs, so failover needs three masters.
         *
         * @throws IllegalArgumentException when it is negative
         */
        public Builder replicas(int replicasPerMaster) {
            if (replicasPerMaster < 0) {
                throw new IllegalArgumentException("not a number of replicas: " + replicasPerMaster);
            }
            this.replicas = replicasPerMaster;
            return this;
        }

        /** Sets how long a node may be silent before it counts as failing ({@code cluster-node-timeout}); two seconds. */
        public Builder nodeTimeout(Duration nodeTimeout) {
            this.nodeTimeout = nodeTimeout;
            return this;
        }

        /**
         * Adds a line of redis.conf for every node.
         *
         * @throws IllegalArgumentException as {@link RedisServer.Builder#option} does
         */
        public Builder option(String name, String... values) {
            options.add(RedisServer.Builder.checked(name, values));
            return this;
        }

        /**
         * Starts the servers, joins them, and waits until all are in service.
         *
         * @throws ServerStartException when a server does not start, or the cluster is not formed within half a minute
         */
        public RedisCluster start() {
            List<RedisServer> started = new ArrayList<>();
            try {
                for (int i = 0; i < masters * (1 + replicas); i++) {
                    started.add(node().start());
                }
                new ClusterFormation(started, masters).join();
                return new RedisCluster(started);
            } catch (RuntimeException e) {
                started.forEach(RedisServer::close);
                throw e;
            }
        }

        private RedisServer.Builder node() {
            RedisServer.Builder node = RedisServer.builder()
                    .option("cluster-enabled", "yes")
                    .option("cluster-config-file", "nodes.conf")
                    .option("cluster-node-timeout", Long.toString(nodeTimeout.toMillis()))
                    .option("repl-diskless-sync-delay", "0");
            options.forEach(option -> node.option(option.name(), option.values().toArray(String[]::new)));
            return node;
        }
    }
}
