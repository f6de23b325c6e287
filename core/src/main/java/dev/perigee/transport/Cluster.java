package dev.perigee.transport;

import dev.perigee.invoke.ScriptCall;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.SlotHash;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode.NodeFlag;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A Redis Cluster. Lettuce routes a call by the slot of its first key, and follows redirections. Calls without keys it
 * would send over its default connection, to a node that may be a replica; they go to a master here, any of them.
 */
final class Cluster implements Topology {

    private final RedisClusterClient client;
    private final StatefulRedisClusterConnection<byte[], byte[]> connection;

    Cluster(RedisClusterClient client, StatefulRedisClusterConnection<byte[], byte[]> connection) {
        this.client = client;
        this.connection = connection;
    }

    @Override
    public void send(ScriptCommand command, ScriptCall<?> call) {
        if (call.keyCount() != 0) {
            connection.dispatch(command);
            return;
        }
        List<RedisClusterNode> masters = masters();
        if (masters.isEmpty()) {
            throw new RedisException("the cluster has no master that serves slots");
        }
        RedisClusterNode master = masters.get(ThreadLocalRandom.current().nextInt(masters.size()));
        node(master).connection().whenComplete((open, failure) -> {
            if (failure == null) {
                dispatch(command, open);
            } else {
                command.completeExceptionally(failure);
            }
        });
    }

    private static void dispatch(ScriptCommand command, StatefulRedisConnection<byte[], byte[]> open) {
        try {
            open.dispatch(command);
        } catch (RuntimeException e) {
            command.completeExceptionally(e);
        }
    }

    @Override
    public CompletionStage<List<Node>> holders(ScriptCall<?> call) {
        byte[] key = RoutingArgs.firstKey(call);
        RedisClusterNode owner = key == null ? null : connection.getPartitions().getMasterBySlot(SlotHash.getSlot(key));
        return CompletableFuture.completedFuture(nodes(owner == null ? masters() : List.of(owner)));
    }

    @Override
    public CompletionStage<List<Node>> all() {
        return client.refreshPartitionsAsync().thenApply(done -> nodes(masters()));
    }

    private List<RedisClusterNode> masters() {
        return connection.getPartitions().getPartitions().stream()
                .filter(node -> node.is(NodeFlag.UPSTREAM) && !node.hasNoSlots())
                .toList();
    }

    private List<Node> nodes(List<RedisClusterNode> found) {
        return found.stream().map(this::node).toList();
    }

    /** By address, not by id: Lettuce keeps a connection for each, and calls go over the one by address. */
    private Node node(RedisClusterNode node) {
        RedisURI uri = node.getUri();
        CompletableFuture<StatefulRedisConnection<byte[], byte[]>> open =
                connection.getConnectionAsync(uri.getHost(), uri.getPort());
        return new Node(uri.getHost() + ":" + uri.getPort(), open);
    }

    @Override
    public Duration timeout() {
        return connection.getTimeout();
    }

    @Override
    public void close() {
        connection.close();
    }
}
