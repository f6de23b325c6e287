package dev.perigee.benchmarks.codec;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.StatefulRedisConnectionImpl;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.push.PushListener;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.protocol.PushHandler;
import java.util.Collection;
import java.util.List;

/** A client whose connections end in a {@link LoopbackWriter}; all else of them is Lettuce's. For one thread. */
final class LoopbackClient extends RedisClient {

    private static final RedisURI NOWHERE = RedisURI.create("redis://localhost");

    private final LoopbackWriter writer;

    /** A client that gets this reply to everything. */
    LoopbackClient(String reply) {
        writer = new LoopbackWriter(getResources(), reply);
    }

    @Override
    public <K, V> StatefulRedisConnection<K, V> connect(RedisCodec<K, V> codec, RedisURI uri) {
        StatefulRedisConnectionImpl<K, V> connection =
                new StatefulRedisConnectionImpl<>(writer, new NoPushes(), codec, RedisURI.DEFAULT_TIMEOUT_DURATION);
        connection.setOptions(getOptions());
        return connection;
    }

    @Override
    public <K, V> StatefulRedisConnection<K, V> connect(RedisCodec<K, V> codec) {
        return connect(codec, NOWHERE);
    }

    @Override
    public StatefulRedisConnection<String, String> connect() {
        return connect(StringCodec.UTF8, NOWHERE);
    }

    /** What was written last, as text. */
    String lastRequest() {
        return writer.lastRequest();
    }

    private static final class NoPushes implements PushHandler {

        @Override
        public void addListener(PushListener listener) {}

        @Override
        public void removeListener(PushListener listener) {}

        @Override
        public Collection<PushListener> getPushListeners() {
            return List.of();
        }
    }
}
