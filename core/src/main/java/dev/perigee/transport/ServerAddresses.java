package dev.perigee.transport;

import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisConnectionStateListener;
import java.net.SocketAddress;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where two connections of a client lead. Sentinel may send one of them to another server than the other, when one has come
 * back and the other does not know yet that it is cut off. Thread-safe.
 */
final class ServerAddresses implements RedisConnectionStateListener, AutoCloseable {

    private final AbstractRedisClient client;
    private final Map<RedisChannelHandler<?, ?>, SocketAddress> addresses = new ConcurrentHashMap<>();
    private volatile Set<?> watched = Set.of();

    /** To be made before the connections are opened. */
    ServerAddresses(AbstractRedisClient client) {
        this.client = client;
        client.addListener(this);
    }

    /** Forgets all connections but these. */
    void watch(Object one, Object other) {
        watched = Set.of(one, other);
        addresses.keySet().removeIf(connection -> !watched.contains(connection));
    }

    /** Whether both connections led to the same server last. */
    boolean isOne() {
        return addresses.size() == 2 && Set.copyOf(addresses.values()).size() == 1;
    }

    @Override
    public void onRedisConnected(RedisChannelHandler<?, ?> connection, SocketAddress address) {
        if (watched.isEmpty() || watched.contains(connection)) {
            addresses.put(connection, address);
        }
    }

    @Override
    public void close() {
        client.removeListener(this);
    }
}
