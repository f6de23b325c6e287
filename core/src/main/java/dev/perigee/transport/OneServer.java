package dev.perigee.transport;

import dev.perigee.invoke.ScriptCall;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.masterreplica.StatefulRedisMasterReplicaConnection;
import io.lettuce.core.resource.ClientResources;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * A single server, or the master behind Sentinel or of a master/replica connection. Of the latter, Lettuce itself sends what
 * only reads to the replicas, if it is told to.
 */
final class OneServer implements Topology {

    private final StatefulRedisConnection<byte[], byte[]> connection;
    private final Node node;

    OneServer(String name, StatefulRedisConnection<byte[], byte[]> connection, TransportSettings settings) {
        this.connection = connection;
        this.node = new Node(name, CompletableFuture.completedFuture(connection), true, settings.flushConsolidation());
        if (connection instanceof StatefulRedisMasterReplicaConnection<byte[], byte[]> replicas
                && settings.readFrom() != null) {
            replicas.setReadFrom(settings.readFrom());
        }
    }

    @Override
    public void send(ScriptCommand command) {
        node.send(command);
    }

    @Override
    public void sendAll(List<ScriptCommand> commands) {
        node.send(commands);
    }

    /** A node of a cluster that is used as if it were alone has no other node to send to. */
    @Override
    public boolean follows(Refusal redirection, ScriptCall<?> call) {
        return false;
    }

    @Override
    public void redirect(ScriptCommand command, Refusal redirection) {
        node.send(command);
    }

    /** Lettuce keeps what it is given while the connection is down. */
    @Override
    public boolean isWorthAnotherTry(Throwable failure) {
        return false;
    }

    @Override
    public void refresh() {}

    @Override
    public boolean readsFromReplicas() {
        return connection instanceof StatefulRedisMasterReplicaConnection;
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
        return CompletableFuture.completedFuture(List.of(node));
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
