package dev.perigee.transport;

import dev.perigee.invoke.ScriptCall;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.resource.ClientResources;
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
    public void send(ScriptCommand command) {
        connection.dispatch(command);
    }

    @Override
    public void sendAll(List<ScriptCommand> commands) {
        Node.send(connection, commands);
    }

    @Override
    public String homeOf(ScriptCall<?> call) {
        return "";
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
    public ClientOptions options() {
        return connection.getOptions();
    }

    @Override
    public ClientResources resources() {
        return connection.getResources();
    }

    @Override
    public void close() {
        connection.close();
    }
}
