package dev.perigee.transport;

import dev.perigee.invoke.ScriptCall;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.masterreplica.StatefulRedisMasterReplicaConnection;
import io.lettuce.core.resource.ClientResources;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A single server, or the master behind Sentinel or of a master/replica connection. Of the latter, Lettuce itself sends what
 * only reads to the replicas, if it is told to.
 */
final class OneServer implements Topology {

    private final StatefulRedisConnection<byte[], byte[]> connection;
    private final @Nullable SecondConnection second;
    private final Duration timeout;
    private final Node node;

    /** @param second a connection to the same server, to kill scripts over */
    OneServer(
            String name,
            StatefulRedisConnection<byte[], byte[]> connection,
            TransportSettings settings,
            @Nullable SecondConnection second) {
        this.connection = connection;
        this.second = second;
        this.timeout = connection.getTimeout();
        this.node = new Node(
                name,
                CompletableFuture.completedFuture(connection),
                true,
                settings.flushConsolidation(),
                second == null ? null : second::control);
        if (connection instanceof StatefulRedisMasterReplicaConnection<byte[], byte[]> replicas
                && settings.readFrom() != null) {
            replicas.setReadFrom(settings.readFrom());
        }
    }

    /** Connects to the server of a URI, or of the client's own. */
    static OneServer open(String name, RedisClient client, @Nullable RedisURI uri, TransportSettings settings) {
        if (settings.killOnTimeout()) {
            return SecondConnection.open(client, uri, (first, second) -> new OneServer(name, first, settings, second));
        }
        return new OneServer(name, connect(client, uri), settings, null);
    }

    static StatefulRedisConnection<byte[], byte[]> connect(RedisClient client, @Nullable RedisURI uri) {
        return uri == null ? client.connect(ByteArrayCodec.INSTANCE) : client.connect(ByteArrayCodec.INSTANCE, uri);
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
    public List<Node> everyNode() {
        return List.of(node);
    }

    @Override
    public Collection<Node> opened() {
        return List.of(node);
    }

    @Override
    public CompletionStage<Void> refreshed() {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public Duration timeout() {
        return timeout;
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
        if (second != null) {
            second.close();
        }
    }
}
