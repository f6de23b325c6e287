package dev.perigee.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.StatefulRedisConnectionImpl;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode;
import io.lettuce.core.resource.ClientResources;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ClusterNodesTest {

    private static final ClientResources RESOURCES = ClientResources.create();

    /** Addresses and intents, in the order in which connections were asked for. */
    private final List<String> opened = new ArrayList<>();

    private final List<StatefulRedisConnectionImpl<byte[], byte[]>> connections = new ArrayList<>();
    private Supplier<CompletableFuture<StatefulRedisConnection<byte[], byte[]>>> opening = this::connected;
    private final ClusterNodes nodes =
            new ClusterNodes(cluster(), new TransportSettings(false, Duration.ZERO, null, false));

    @AfterAll
    static void stop() {
        RESOURCES.shutdown(0, 0, TimeUnit.SECONDS).syncUninterruptibly();
    }

    @Test
    void opensAnUnknownNodeOnce() {
        Node node = nodes.at(redirection("MOVED 7 10.0.0.1:7001"));
        assertThat(nodes.at(redirection("ASK 8 10.0.0.1:7001"))).isSameAs(node);
        assertThat(opened).containsExactly("10.0.0.1:7001 WRITE");

        Node other = nodes.at(redirection("MOVED 7 10.0.0.1:7002"));
        assertThat(other).isNotSameAs(node);
        assertThat(nodes.opened()).containsExactlyInAnyOrder(node, other);
    }

    @Test
    void opensANodeOnceWhileItIsBeingOpened() {
        CompletableFuture<StatefulRedisConnection<byte[], byte[]>> later = new CompletableFuture<>();
        opening = () -> later;
        Node node = nodes.at(redirection("MOVED 7 10.0.0.1:7001"));
        assertThat(nodes.at(redirection("MOVED 7 10.0.0.1:7001"))).isSameAs(node);

        later.complete(new Wire(RESOURCES).connection());
        nodes.forgetClosed();
        assertThat(nodes.at(redirection("MOVED 7 10.0.0.1:7001"))).isSameAs(node);
        assertThat(opened).hasSize(1);
    }

    @Test
    void opensAnUnknownNodeAgainWhoseConnectionWasClosed() {
        Node node = nodes.at(redirection("MOVED 7 10.0.0.1:7001"));
        connections.get(0).close();

        assertThat(nodes.at(redirection("MOVED 7 10.0.0.1:7001"))).isNotSameAs(node);
        assertThat(opened).hasSize(2);
    }

    @Test
    void keepsANodeThatIsOnlyDisconnected() {
        Node node = nodes.at(redirection("MOVED 7 10.0.0.1:7001"));
        connections.get(0).deactivated();

        nodes.forgetClosed();
        assertThat(nodes.at(redirection("MOVED 7 10.0.0.1:7001"))).isSameAs(node);
    }

    @Test
    void opensANodeAgainThatCouldNotBeOpened() {
        opening = () -> CompletableFuture.failedFuture(new RedisException("refused"));
        Node refused = nodes.at(redirection("MOVED 7 10.0.0.1:7001"));
        opening = () -> {
            throw new RedisException("closed");
        };
        Node thrown = nodes.at(redirection("MOVED 7 10.0.0.1:7001"));
        opening = this::connected;
        Node node = nodes.at(redirection("MOVED 7 10.0.0.1:7001"));

        assertThat(refused.isClosed()).isTrue();
        assertThat(thrown.isClosed()).isTrue();
        assertThat(node.isConnected()).isTrue();
        assertThat(nodes.opened()).containsExactly(node);
    }

    @Test
    void forgetsNodesThatAreClosed() {
        RedisURI uri = RedisURI.create("redis://10.0.0.1:7001");
        RedisClusterNode known = RedisClusterNode.of("id");
        known.setUri(uri);
        nodes.node(known);
        nodes.readable(known);
        nodes.at(redirection("MOVED 7 10.0.0.2:7001"));
        assertThat(opened).containsExactly("10.0.0.1:7001 WRITE", "10.0.0.1:7001 READ", "10.0.0.2:7001 WRITE");

        connections.forEach(StatefulRedisConnectionImpl::close);
        Node left = nodes.at(redirection("MOVED 7 10.0.0.3:7001"));
        nodes.forgetClosed();

        assertThat(nodes.opened()).containsExactly(left);
    }

    @Test
    void needsAName() {
        assertThatThrownBy(() -> nodes.at(redirection("MOVED 7 :7001")))
                .isInstanceOf(RedisException.class)
                .hasMessage("a node of the cluster redirects to one without a name");
        assertThat(opened).isEmpty();
    }

    private static Refusal redirection(String error) {
        return Objects.requireNonNull(Refusal.of(error));
    }

    private CompletableFuture<StatefulRedisConnection<byte[], byte[]>> connected() {
        StatefulRedisConnectionImpl<byte[], byte[]> connection = new Wire(RESOURCES).connection();
        connections.add(connection);
        return CompletableFuture.completedFuture(connection);
    }

    @SuppressWarnings("unchecked") // It is asked for connections by their addresses alone.
    private StatefulRedisClusterConnection<byte[], byte[]> cluster() {
        return (StatefulRedisClusterConnection<byte[], byte[]>) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {StatefulRedisClusterConnection.class},
                (proxy, method, args) -> {
                    if (!method.getName().equals("getConnectionAsync") || args.length != 3) {
                        throw new UnsupportedOperationException(method.toString());
                    }
                    opened.add(args[0] + ":" + args[1] + " " + args[2]);
                    return opening.get();
                });
    }
}
