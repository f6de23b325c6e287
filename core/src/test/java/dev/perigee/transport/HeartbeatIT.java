package dev.perigee.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.servers.RedisServer;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HeartbeatIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private RedisServer server;
    private RedisClient redis;

    @BeforeEach
    void start() {
        server = RedisServer.start();
        redis = RedisClient.create(RedisURI.create(server.uri()));
    }

    @AfterEach
    void stop() {
        redis.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        server.close();
    }

    @Test
    void beatsThoughTheServerDoesNotAnswer() {
        StatefulRedisConnection<byte[], byte[]> connection = redis.connect(ByteArrayCodec.INSTANCE);
        server.freeze();
        assertThat(beat(connection)).succeedsWithin(PATIENCE).isEqualTo(true);
    }

    @Test
    void doesNotBeatOnceTheConnectionIsClosed() {
        StatefulRedisConnection<byte[], byte[]> connection = redis.connect(ByteArrayCodec.INSTANCE);
        connection.close();
        assertThat(beat(connection)).succeedsWithin(PATIENCE).isEqualTo(false);
    }

    @ParameterizedTest
    @EnumSource
    void doesNotBeatWhileTheServerIsAway(DisconnectedBehavior behavior) {
        redis.setOptions(ClientOptions.builder().disconnectedBehavior(behavior).build());
        StatefulRedisConnection<byte[], byte[]> connection = redis.connect(ByteArrayCodec.INSTANCE);
        server.kill();
        Awaitility.await().until(() -> !connection.isOpen());
        assertThat(beat(connection)).succeedsWithin(PATIENCE).isEqualTo(false);
    }

    private static CompletableFuture<Boolean> beat(StatefulRedisConnection<byte[], byte[]> connection) {
        return Heartbeat.of(connection).toCompletableFuture();
    }
}
