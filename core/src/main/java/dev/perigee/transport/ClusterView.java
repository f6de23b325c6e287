package dev.perigee.transport;

import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.SlotHash;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.cluster.models.partitions.Partitions;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode.NodeFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Which node has which slots, as far as is known: what Lettuce found out last, and what redirections have said since.
 * Thread-safe.
 */
final class ClusterView {

    private static final long LEAST_INTERVAL = TimeUnit.MILLISECONDS.toNanos(50);

    private final RedisClusterClient client;
    private final StatefulRedisClusterConnection<byte[], byte[]> connection;
    private final Runnable refreshed;
    private final AtomicBoolean refreshing = new AtomicBoolean();
    private volatile @Nullable AtomicReferenceArray<@Nullable RedisClusterNode> moved;

    /** @param refreshed called each time the view has been brought up to date */
    ClusterView(
            RedisClusterClient client, StatefulRedisClusterConnection<byte[], byte[]> connection, Runnable refreshed) {
        this.client = client;
        this.connection = connection;
        this.refreshed = refreshed;
    }

    /** The master of a slot; null if none is known. */
    @Nullable
    RedisClusterNode owner(int slot) {
        AtomicReferenceArray<@Nullable RedisClusterNode> news = moved;
        RedisClusterNode now = news == null ? null : news.get(slot);
        return now == null ? partitions().getMasterBySlot(slot) : now;
    }

    /** The master of a slot and its replicas. */
    List<RedisClusterNode> holders(int slot) {
        RedisClusterNode owner = owner(slot);
        if (owner == null) {
            return List.of();
        }
        List<RedisClusterNode> holders = new ArrayList<>();
        holders.add(owner);
        for (RedisClusterNode node : partitions()) {
            if (node.is(NodeFlag.REPLICA) && owner.getNodeId().equals(node.getSlaveOf())) {
                holders.add(node);
            }
        }
        return holders;
    }

    /** All masters that have slots. */
    List<RedisClusterNode> masters() {
        List<RedisClusterNode> masters = new ArrayList<>();
        for (RedisClusterNode node : partitions()) {
            if (node.is(NodeFlag.UPSTREAM) && !node.hasNoSlots()) {
                masters.add(node);
            }
        }
        return masters;
    }

    /** All replicas that have an address. */
    List<RedisClusterNode> replicas() {
        return partitions().getPartitions().stream()
                .filter(node -> node.is(NodeFlag.REPLICA) && !node.is(NodeFlag.NOADDR) && !node.is(NodeFlag.HANDSHAKE))
                .toList();
    }

    /** The node that a redirection names; null if it is not known yet. */
    @Nullable
    RedisClusterNode find(Refusal redirection) {
        String host = redirection.host();
        return host == null || host.isEmpty() ? null : partitions().getPartition(host, redirection.port());
    }

    /** A slot has a new master, as one of the nodes said; null if that is not known yet. */
    void moved(int slot, @Nullable RedisClusterNode to) {
        AtomicReferenceArray<@Nullable RedisClusterNode> news = moved;
        if (news == null) {
            news = new AtomicReferenceArray<>(SlotHash.SLOT_COUNT);
            moved = news;
        }
        news.set(slot, to);
        refresh();
    }

    /** To be iterated over as they are: the list in them is emptied and filled while Lettuce brings them up to date. */
    private Partitions partitions() {
        return connection.getPartitions();
    }

    /** Asks the nodes for their view, soon; at most one time after the other. */
    void refresh() {
        if (refreshing.compareAndSet(false, true)
                && Later.after(connection.getResources(), LEAST_INTERVAL, this::refreshNow) == null) {
            refreshing.set(false);
        }
    }

    private void refreshNow() {
        try {
            refreshed().whenComplete((done, failure) -> refreshing.set(false));
        } catch (RuntimeException e) {
            // As when the client is being shut down; otherwise the next call that needs it tries again.
            refreshing.set(false);
        }
    }

    /** Asks the nodes for their view; what redirections have said before is forgotten then. */
    CompletionStage<Void> refreshed() {
        return client.refreshPartitionsAsync().thenAccept(done -> {
            moved = null;
            refreshed.run();
        });
    }
}
