package dev.perigee.transport;

import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.Command;
import io.lettuce.core.protocol.CommandType;
import io.netty.buffer.ByteBuf;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** A PING that tells when it is written, which a connection's event loop does. Its answer is of no interest. */
final class Heartbeat extends Command<byte[], byte[], String> {

    private static final int LIMIT_SECONDS = 1;

    private final CompletableFuture<Boolean> written = new CompletableFuture<>();

    private Heartbeat() {
        super(CommandType.PING, new StatusOutput<>(ByteArrayCodec.INSTANCE), null);
    }

    /**
     * Ends, with true, when the connection's event loop has written something more; with false if it cannot, or has not within
     * a second. Never fails.
     */
    static CompletionStage<Boolean> of(StatefulRedisConnection<byte[], byte[]> connection) {
        Heartbeat ping = new Heartbeat();
        try {
            connection.dispatch(ping);
        } catch (RuntimeException e) {
            ping.completeExceptionally(e);
        }
        return ping.written.completeOnTimeout(false, LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public boolean completeExceptionally(Throwable cause) {
        written.complete(false);
        return super.completeExceptionally(cause);
    }

    @Override
    public void cancel() {
        written.complete(false);
        super.cancel();
    }

    @Override
    public void encode(ByteBuf buf) {
        super.encode(buf);
        written.complete(true);
    }
}
