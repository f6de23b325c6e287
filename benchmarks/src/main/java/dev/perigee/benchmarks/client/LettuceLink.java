package dev.perigee.benchmarks.client;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.cluster.api.sync.RedisClusterCommands;

/** One of Lettuce's connections, to a server or to a cluster. */
record LettuceLink(
        StatefulConnection<String, String> connection,
        RedisClusterCommands<String, String> sync,
        RedisClusterAsyncCommands<String, String> async)
        implements AutoCloseable {

    static LettuceLink open(RedisClient client) {
        StatefulRedisConnection<String, String> connection = client.connect();
        return new LettuceLink(connection, connection.sync(), connection.async());
    }

    static LettuceLink open(RedisClusterClient client) {
        StatefulRedisClusterConnection<String, String> connection = client.connect();
        return new LettuceLink(connection, connection.sync(), connection.async());
    }

    LettuceLink withoutAutoFlush() {
        connection.setAutoFlushCommands(false);
        return this;
    }

    @Override
    public void close() {
        connection.close();
    }
}
