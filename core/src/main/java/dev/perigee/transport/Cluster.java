package dev.perigee.transport;

import dev.perigee.invoke.KeySlot;
import dev.perigee.invoke.ScriptCall;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ReadFrom;
import io.lettuce.core.RedisException;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode;
import io.lettuce.core.resource.ClientResources;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A Redis Cluster. Lettuce knows the nodes and opens a connection to each; calls go over these, each to the node that owns the
 * slot of its keys, and redirections are followed here. So a call takes one of Lettuce's commands, where its cluster
 * connection would take two and a timer for each, and learns at once that a node's connection is lost.
 */
final class Cluster implements Topology {

    private final StatefulRedisClusterConnection<byte[], byte[]> connection;
    private final ClusterNodes nodes;
    private final ClusterView view;
    private final @Nullable ReadFrom readFrom;

    /** One that nobody is using; whoever finds none makes another. */
    private final AtomicReference<@Nullable KeySlot> idle = new AtomicReference<>();

    Cluster(
            RedisClusterClient client,
            StatefulRedisClusterConnection<byte[], byte[]> connection,
            TransportSettings settings) {
        this.connection = connection;
        this.nodes = new ClusterNodes(connection, settings);
        this.view = new ClusterView(client, connection, nodes::forgetClosed);
        this.readFrom = settings.readFrom();
    }

    @Override
    public void send(ScriptCommand command) {
        target(command).send(command);
    }

    @Override
    public void sendAll(List<ScriptCommand> commands) {
        IdentityHashMap<Node, List<ScriptCommand>> byNode = new IdentityHashMap<>();
        for (ScriptCommand command : commands) {
            try {
                byNode.computeIfAbsent(target(command), first -> new ArrayList<>())
                        .add(command);
            } catch (RuntimeException e) {
                command.completeExceptionally(e);
            }
        }
        byNode.forEach(Node::send);
    }

    private Node target(ScriptCommand command) {
        int slot = slot(command.call());
        if (slot == KeySlot.NONE) {
            return anyMaster();
        }
        if (readFrom != null && command.script().script().isReadOnly()) {
            return nodes.select(view.holders(slot), readFrom);
        }
        RedisClusterNode owner = view.owner(slot);
        Node node = owner == null ? null : nodes.node(owner);
        if (node == null || (!node.isConnected() && command instanceof Repetition)) {
            // Any other one knows where the slot is by now, and redirects.
            Node other = nodes.anyConnected(view.masters());
            node = other == null ? node : other;
        }
        if (node == null) {
            throw new RedisException("no node of the cluster serves slot " + slot);
        }
        return node;
    }

    private int slot(ScriptCall<?> call) {
        KeySlot slots = idle.getAndSet(null);
        if (slots == null) {
            slots = new KeySlot();
        }
        int slot = slots.of(call);
        idle.setRelease(slots);
        return slot;
    }

    private @Nullable RedisClusterNode owner(ScriptCall<?> call) {
        int slot = slot(call);
        return slot == KeySlot.NONE ? null : view.owner(slot);
    }

    private Node anyMaster() {
        List<RedisClusterNode> masters = view.masters();
        if (masters.isEmpty()) {
            throw new RedisException("the cluster has no master that serves slots");
        }
        Node connected = nodes.anyConnected(masters);
        return connected == null
                ? nodes.node(masters.get(ThreadLocalRandom.current().nextInt(masters.size())))
                : connected;
    }

    @Override
    public boolean follows(Refusal redirection, ScriptCall<?> call) {
        return redirection.slot() == slot(call);
    }

    @Override
    public void redirect(ScriptCommand command, Refusal redirection) {
        boolean moved = redirection.cause() == Refusal.Cause.MOVED;
        RedisClusterNode known = view.find(redirection);
        if (moved) {
            view.moved(redirection.slot(), known);
        }
        Node node = known == null ? nodes.at(redirection) : nodes.node(known);
        if (moved) {
            node.send(command);
        } else {
            node.sendAsking(command);
        }
    }

    @Override
    public boolean isWorthAnotherTry(Throwable failure) {
        return true;
    }

    @Override
    public void refresh() {
        view.refresh();
    }

    @Override
    public boolean readsFromReplicas() {
        return readFrom != null;
    }

    @Override
    public CompletionStage<List<Node>> holders(ScriptCall<?> call) {
        RedisClusterNode owner = owner(call);
        return CompletableFuture.completedFuture(nodes(owner == null ? view.masters() : List.of(owner)));
    }

    @Override
    public String homeOf(ScriptCall<?> call) {
        RedisClusterNode owner = owner(call);
        return owner == null ? "any" : owner.getNodeId();
    }

    @Override
    public CompletionStage<List<Node>> all() {
        return view.refreshed().thenApply(done -> nodes(view.masters()));
    }

    @Override
    public List<Node> everyNode() {
        List<Node> all = new ArrayList<>(nodes(view.masters()));
        view.replicas().forEach(replica -> all.add(nodes.readable(replica)));
        return all;
    }

    @Override
    public Collection<Node> opened() {
        return nodes.opened();
    }

    @Override
    public CompletionStage<Void> refreshed() {
        return view.refreshed();
    }

    private List<Node> nodes(List<RedisClusterNode> found) {
        return found.stream().map(nodes::node).toList();
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
