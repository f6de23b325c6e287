package dev.perigee.benchmarks.fused;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.protocol.RedisCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Lettuce's {@code dispatch(Collection)}, which a batch of Perigee goes through, with a command that costs little. */
final class LettucePipe implements Pipe {

    private final RedisClient client;
    private final StatefulRedisConnection<byte[], byte[]> connection;

    LettucePipe(int port) {
        client = RedisClient.create(RedisURI.create("127.0.0.1", port));
        connection = client.connect(ByteArrayCodec.INSTANCE);
    }

    @Override
    public long run(byte[] sha1, MeasuredScript script, int first, int elements, int chunk) {
        CountDownLatch pending = new CountDownLatch(elements / chunk);
        List<EvalSha> calls = new ArrayList<>(elements / chunk);
        for (int i = 0; i < elements; i += chunk) {
            calls.add(new EvalSha(sha1, script, first + i, chunk, pending));
        }
        List<RedisCommand<byte[], byte[], ?>> commands = new ArrayList<>(calls);
        connection.dispatch(commands);
        try {
            pending.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        long integers = 0;
        for (EvalSha call : calls) {
            integers += call.integers();
        }
        return integers;
    }

    @Override
    public void close() {
        client.shutdown();
    }
}
