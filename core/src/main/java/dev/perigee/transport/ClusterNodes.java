package dev.perigee.transport;

import io.lettuce.core.OrderingReadFromAccessor;
import io.lettuce.core.ReadFrom;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode;
import io.lettuce.core.models.role.RedisNodeDescription;
import io.lettuce.core.protocol.ConnectionIntent;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The connections to a cluster's nodes, which are opened by Lettuce as they are needed. Thread-safe. */
final class ClusterNodes {

    /** A node as calls that may write reach it, or one as calls that only read do. */
    private record Link(String host, int port, Node node) {

        boolean isTo(RedisURI uri) {
            return port == uri.getPort() && host.equals(uri.getHost()) && !node.isClosed();
        }
    }

    private final StatefulRedisClusterConnection<byte[], byte[]> connection;
    private final TransportSettings settings;
    private final Map<String, Link> masters = new ConcurrentHashMap<>();
    private final Map<String, Link> readable = new ConcurrentHashMap<>();

    /** By address: nodes that redirections have named, and that are not known yet. */
    private final Map<String, Link> unknown = new ConcurrentHashMap<>();

    ClusterNodes(StatefulRedisClusterConnection<byte[], byte[]> connection, TransportSettings settings) {
        this.connection = connection;
        this.settings = settings;
    }

    /** A node to run scripts on that may write. */
    Node node(RedisClusterNode node) {
        return link(masters, node, ConnectionIntent.WRITE);
    }

    /** The node that a redirection names, of which nothing is known yet. */
    Node at(Refusal redirection) {
        String host = redirection.host();
        if (host == null || host.isEmpty()) {
            throw new RedisException("a node of the cluster redirects to one without a name");
        }
        Link known = unknown.compute(
                host + ":" + redirection.port(),
                (address, link) -> link != null && !link.node.isClosed()
                        ? link
                        : open(host, redirection.port(), ConnectionIntent.WRITE));
        return known.node;
    }

    /** One of the nodes that is connected; null if none is. */
    @Nullable
    Node anyConnected(List<RedisClusterNode> nodes) {
        int start = nodes.isEmpty() ? 0 : ThreadLocalRandom.current().nextInt(nodes.size());
        for (int i = 0; i < nodes.size(); i++) {
            Link link = masters.get(nodes.get((start + i) % nodes.size()).getNodeId());
            if (link != null && link.node.isConnected() && !link.node.isClosed()) {
                return link.node;
            }
        }
        return null;
    }

    /** The node that a script which writes nothing is to run on. */
    Node select(List<RedisClusterNode> holders, ReadFrom readFrom) {
        List<RedisNodeDescription> selected = readFrom.select(new Choice(holders));
        if (selected.isEmpty()) {
            throw new RedisException("no node of the cluster is what to read from: " + holders);
        }
        int start = OrderingReadFromAccessor.isOrderSensitive(readFrom)
                ? 0
                : ThreadLocalRandom.current().nextInt(selected.size());
        Node opening = null;
        for (int i = 0; i < selected.size(); i++) {
            Node node = readable(selected.get((start + i) % selected.size()));
            if (node.isConnected()) {
                return node;
            }
            if (opening == null && node.isOpening()) {
                opening = node;
            }
        }
        return opening == null ? readable(selected.get(start)) : opening;
    }

    /** A node to run scripts on that write nothing, be it a replica. */
    Node readable(RedisNodeDescription node) {
        return link(readable, (RedisClusterNode) node, ConnectionIntent.READ);
    }

    private record Choice(List<RedisClusterNode> holders) implements ReadFrom.Nodes {

        @Override
        public List<RedisNodeDescription> getNodes() {
            return List.copyOf(holders);
        }

        @Override
        public Iterator<RedisNodeDescription> iterator() {
            return getNodes().iterator();
        }
    }

    private Node link(Map<String, Link> links, RedisClusterNode node, ConnectionIntent intent) {
        RedisURI uri = node.getUri();
        Link known = links.get(node.getNodeId());
        if (known == null || !known.isTo(uri)) {
            known = links.compute(
                    node.getNodeId(),
                    (id, link) -> link != null && link.isTo(uri) ? link : open(uri.getHost(), uri.getPort(), intent));
        }
        return known.node;
    }

    /** By address, not by id: Lettuce keeps a connection for each. */
    private Link open(String host, int port, ConnectionIntent intent) {
        // Lettuce has two connections to a node; a script on one of them is killed over the other.
        ConnectionIntent other = intent == ConnectionIntent.READ ? ConnectionIntent.WRITE : ConnectionIntent.READ;
        Supplier<Control> control = () ->
                new Control(connect(host, port, other), () -> true, connection.getTimeout(), connection.getResources());
        return new Link(
                host,
                port,
                new Node(
                        host + ":" + port,
                        connect(host, port, intent),
                        false,
                        settings.flushConsolidation(),
                        settings.killOnTimeout() ? control : null));
    }

    private CompletionStage<StatefulRedisConnection<byte[], byte[]>> connect(
            String host, int port, ConnectionIntent intent) {
        try {
            return connection.getConnectionAsync(host, port, intent);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** The nodes that there is a connection to. */
    Collection<Node> opened() {
        return Stream.of(masters, readable, unknown)
                .flatMap(links -> links.values().stream())
                .map(Link::node)
                .toList();
    }

    /** Forgets the nodes whose connections are closed for good, as Lettuce does when a node has left the cluster. */
    void forgetClosed() {
        for (Map<String, Link> links : List.of(masters, readable, unknown)) {
            links.values().removeIf(link -> link.node.isClosed());
        }
    }
}
