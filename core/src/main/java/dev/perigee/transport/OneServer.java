package dev.perigee.transport;

import dev.perigee.invoke.ScriptCall;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A single server, or the master behind Sentinel or of a master/replica connection. */
final class OneServer implements Topology {

    private final StatefulRedisConnection<byte[], byte[]> connection;
    private final List<Node> nodes;

    OneServer(String name, StatefulRedisConnection<byte[], byte[]> connection) {
        this.connection = connection;
        this.nodes = List.of(new Node(name, CompletableFuture.completedFuture(connection)));
    }

    @Override
    public void send(ScriptCommand command, ScriptCall<?> call) {
        connection.dispatch(command);
    }

    @Override
    public CompletionStage<List<Node>> holders(ScriptCall<?> call) {
        return all();
    }

    @Override
    public CompletionStage<List<Node>> all() {
        return CompletableFuture.completedFuture(nodes);
    }

    @Override
    public Duration timeout() {
        return connection.getTimeout();
    }

    @Override
    public void close() {
        connection.close();
    }
}
