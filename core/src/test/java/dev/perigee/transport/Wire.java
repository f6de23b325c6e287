package dev.perigee.transport;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisChannelWriter;
import io.lettuce.core.StatefulRedisConnectionImpl;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.protocol.ConnectionFacade;
import io.lettuce.core.protocol.RedisCommand;
import io.lettuce.core.protocol.RedisStateMachine;
import io.lettuce.core.resource.ClientResources;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** What is below a connection of Lettuce's, in memory: the test says when a command is written, and what the answer is. */
final class Wire implements RedisChannelWriter {

    static final String PING = "*1\r\n$4\r\nPING\r\n";

    private final List<RedisCommand<?, ?, ?>> sent = new CopyOnWriteArrayList<>();
    private final ClientResources resources;
    private final Consumer<RedisCommand<?, ?, ?>> sending;
    private final StatefulRedisConnectionImpl<byte[], byte[]> connection;

    Wire(ClientResources resources) {
        this(resources, command -> {});
    }

    /** @param sending called for each command that Lettuce is given, before that returns */
    Wire(ClientResources resources, Consumer<RedisCommand<?, ?, ?>> sending) {
        this.resources = resources;
        this.sending = sending;
        this.connection = new StatefulRedisConnectionImpl<>(
                this, null, ByteArrayCodec.INSTANCE, Duration.ofMinutes(1)); // Nothing is pushed.
        connection.setOptions(ClientOptions.create());
    }

    StatefulRedisConnectionImpl<byte[], byte[]> connection() {
        return connection;
    }

    /** The commands that Lettuce was given, in order. */
    List<RedisCommand<?, ?, ?>> sent() {
        return sent;
    }

    /** Writes a command; returns what it has written. */
    static String encode(RedisCommand<?, ?, ?> command) {
        ByteBuf out = Unpooled.buffer();
        command.encode(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Writes the command with this number, and answers it. */
    void answer(int number, String reply) {
        RedisCommand<?, ?, ?> command = sent.get(number);
        encode(command);
        ByteBuf buffer = Unpooled.copiedBuffer(reply, StandardCharsets.UTF_8);
        if (!new RedisStateMachine().decode(buffer, command.getOutput()) || buffer.isReadable()) {
            throw new AssertionError("not one reply: " + reply);
        }
        command.complete();
    }

    @Override
    public <K, V, T> RedisCommand<K, V, T> write(RedisCommand<K, V, T> command) {
        sent.add(command);
        sending.accept(command);
        return command;
    }

    @Override
    @SuppressWarnings("unchecked") // Nothing is ever put into what is returned.
    public <K, V> Collection<RedisCommand<K, V, ?>> write(Collection<? extends RedisCommand<K, V, ?>> commands) {
        commands.forEach(this::write);
        return (Collection<RedisCommand<K, V, ?>>) commands;
    }

    @Override
    public void close() {}

    @Override
    public CompletableFuture<Void> closeAsync() {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void setConnectionFacade(ConnectionFacade facade) {}

    @Override
    public void setAutoFlushCommands(boolean autoFlush) {}

    @Override
    public void flushCommands() {}

    @Override
    public ClientResources getClientResources() {
        return resources;
    }
}
