package dev.perigee.transport;

import dev.perigee.invoke.KeySlot;
import dev.perigee.invoke.ScriptCall;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.SlotHash;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode.NodeFlag;
import io.lettuce.core.resource.ClientResources;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

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
    public void send(ScriptCommand command) {
        if (command.call().keyCount() != 0) {
            connection.dispatch(command);
            return;
        }
        node(anyMaster()).send(List.of(command));
    }

    private RedisClusterNode anyMaster() {
        List<RedisClusterNode> masters = masters();
        if (masters.isEmpty()) {
            throw new RedisException("the cluster has no master that serves slots");
        }
        return masters.get(ThreadLocalRandom.current().nextInt(masters.size()));
    }

    /**
     * Lettuce would flush once for each slot, and wait for connections that are not open yet. So each node's commands go
     * over its own connection here. That follows no redirections: a command that gets one is sent again by {@link #send}.
     */
    @Override
    public void sendAll(List<ScriptCommand> commands) {
        IdentityHashMap<RedisClusterNode, List<ScriptCommand>> byNode = new IdentityHashMap<>();
        for (ScriptCommand command : commands) {
            try {
                RedisClusterNode node = command.call().keyCount() == 0 ? anyMaster() : owner(command.call());
                if (node == null) {
                    send(command);
                } else {
                    command.expectRedirection();
                    byNode.computeIfAbsent(node, first -> new ArrayList<>()).add(command);
                }
            } catch (RuntimeException e) {
                command.completeExceptionally(e);
            }
        }
        byNode.forEach((node, group) -> {
            try {
                node(node).send(group);
            } catch (RuntimeException e) {
                Topology.failAll(group, e);
            }
        });
    }

    private @Nullable RedisClusterNode owner(ScriptCall<?> call) {
        byte[] key = KeySlot.firstKey(call);
        return key == null ? null : connection.getPartitions().getMasterBySlot(SlotHash.getSlot(key));
    }

    @Override
    public CompletionStage<List<Node>> holders(ScriptCall<?> call) {
        RedisClusterNode owner = owner(call);
        return CompletableFuture.completedFuture(nodes(owner == null ? masters() : List.of(owner)));
    }

    @Override
    public String homeOf(ScriptCall<?> call) {
        RedisClusterNode owner = owner(call);
        return owner == null ? "any" : address(owner);
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
        CompletionStage<StatefulRedisConnection<byte[], byte[]>> open =
                connection.getConnectionAsync(uri.getHost(), uri.getPort());
        return new Node(address(node), open);
    }

    private static String address(RedisClusterNode node) {
        return node.getUri().getHost() + ":" + node.getUri().getPort();
    }

    @Override
    public Duration timeout() {
        return connection.getTimeout();
    }

    @Override
    public ClientOptions options() {
        return connection.getOptions();
    }

    @Override
    public ClientResources resources() {
        return connection.getResources();
    }

    @Override
    public void close() {
        connection.close();
    }
}
