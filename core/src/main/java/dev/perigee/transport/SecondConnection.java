package dev.perigee.transport;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** A connection to the same server as another one, to kill scripts over that were sent on that. */
final class SecondConnection implements AutoCloseable {

    private final StatefulRedisConnection<byte[], byte[]> connection;
    private final ServerAddresses addresses;

    private SecondConnection(StatefulRedisConnection<byte[], byte[]> connection, ServerAddresses addresses) {
        this.connection = connection;
        this.addresses = addresses;
    }

    /** Opens both connections, and gives what is made of them. */
    static OneServer open(
            RedisClient client,
            @Nullable RedisURI uri,
            BiFunction<StatefulRedisConnection<byte[], byte[]>, SecondConnection, OneServer> server) {
        ServerAddresses addresses = new ServerAddresses(client);
        StatefulRedisConnection<byte[], byte[]> first = null;
        try {
            first = OneServer.connect(client, uri);
            StatefulRedisConnection<byte[], byte[]> second = OneServer.connect(client, uri);
            addresses.watch(first, second);
            return server.apply(first, new SecondConnection(second, addresses));
        } catch (RuntimeException e) {
            addresses.close();
            if (first != null) {
                first.close();
            }
            throw e;
        }
    }

    Control control() {
        return new Control(
                CompletableFuture.completedFuture(connection),
                addresses::isOne,
                connection.getTimeout(),
                connection.getResources());
    }

    @Override
    public void close() {
        addresses.close();
        connection.close();
    }
}
