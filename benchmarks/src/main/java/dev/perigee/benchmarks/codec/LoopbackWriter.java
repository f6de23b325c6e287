package dev.perigee.benchmarks.codec;

import io.lettuce.core.RedisChannelWriter;
import io.lettuce.core.protocol.ConnectionFacade;
import io.lettuce.core.protocol.RedisCommand;
import io.lettuce.core.protocol.RedisStateMachine;
import io.lettuce.core.resource.ClientResources;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;

/**
 * Takes the place of Lettuce's channel: encodes each command into a buffer that is used again for the next, and completes it at once by a
 * reply that was made before, which Lettuce's state machine decodes. For one thread.
 */
final class LoopbackWriter implements RedisChannelWriter {

    private static final int REQUEST = 1 << 16;

    private final ClientResources resources;
    private final ByteBuf request = ByteBufAllocator.DEFAULT.directBuffer(REQUEST);
    private final ByteBuf reply;
    private final RedisStateMachine decoder = new RedisStateMachine();
    private int lastLength;

    LoopbackWriter(ClientResources resources, String reply) {
        this.resources = resources;
        this.reply = Unpooled.unreleasableBuffer(
                ByteBufAllocator.DEFAULT.directBuffer().writeBytes(reply.getBytes(StandardCharsets.US_ASCII)));
    }

    @Override
    public <K, V, T> RedisCommand<K, V, T> write(RedisCommand<K, V, T> command) {
        answer(command);
        return command;
    }

    @Override
    @SuppressWarnings("unchecked") // The same commands, in a collection that is not written to.
    public <K, V> Collection<RedisCommand<K, V, ?>> write(Collection<? extends RedisCommand<K, V, ?>> commands) {
        for (RedisCommand<K, V, ?> command : commands) {
            answer(command);
        }
        return (Collection<RedisCommand<K, V, ?>>) commands;
    }

    private void answer(RedisCommand<?, ?, ?> command) {
        request.clear();
        command.encode(request);
        lastLength = request.readableBytes();
        reply.readerIndex(0);
        if (!decoder.decode(reply, command.getOutput())) {
            throw new IllegalStateException("the reply is not complete");
        }
        command.complete();
    }

    /** What was written last, as text. */
    String lastRequest() {
        return request.toString(0, lastLength, StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {}

    @Override
    public CompletableFuture<Void> closeAsync() {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void setConnectionFacade(ConnectionFacade connection) {}

    @Override
    public void setAutoFlushCommands(boolean autoFlush) {}

    @Override
    public void flushCommands() {}

    @Override
    public ClientResources getClientResources() {
        return resources;
    }
}
