package dev.perigee.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.perigee.servers.RedisServer;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NodeIT {

    private RedisServer server;
    private RedisClient redis;
    private StatefulRedisConnection<byte[], byte[]> connection;

    @BeforeEach
    void connect() {
        server = RedisServer.start();
        redis = RedisClient.create();
        connection = redis.connect(ByteArrayCodec.INSTANCE, RedisURI.create(server.uri()));
    }

    @AfterEach
    void disconnect() {
        redis.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        server.close();
    }

    @Test
    void knowsThatAConnectionIsDownWhichLettuceHadAlready() {
        server.kill();
        await().until(() -> !connection.isOpen());

        assertThat(node().isConnected()).isFalse();
    }

    @Test
    void staysTheSameWhileItsConnectionIsDown() {
        Node node = node();
        assertThat(node.isConnected()).isTrue();
        server.kill();
        await().until(() -> !node.isConnected());

        assertThat(node.isClosed()).isFalse();
        server.restart();
        await().until(node::isConnected);
    }

    @Test
    void isClosedWithItsConnection() {
        Node node = node();
        connection.close();

        assertThat(node.isClosed()).isTrue();
    }

    private Node node() {
        return new Node("node", CompletableFuture.completedFuture(connection), false, false, null);
    }
}
