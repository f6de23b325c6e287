package dev.perigee.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.resource.ClientResources;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Bringing the view of a cluster up to date, when that fails. */
@Timeout(60)
class ClusterViewTest {

    private final ClientResources resources = ClientResources.create();
    private final Client client = new Client(resources);
    private final AtomicInteger refreshed = new AtomicInteger();
    private final ClusterView view = new ClusterView(client, connection(resources), refreshed::incrementAndGet);

    @AfterEach
    void stop() {
        client.shutdown(Duration.ZERO, Duration.ZERO);
        resources.shutdown(0, 0, TimeUnit.SECONDS).syncUninterruptibly();
    }

    @Test
    void refreshesAgainAfterAFailure() {
        client.answer = () -> CompletableFuture.failedFuture(new RedisException("no node answers"));
        refreshAgain(1);
        client.answer = () -> {
            throw new RedisException("no seed");
        };
        refreshAgain(2);
        assertThat(refreshed).hasValue(0);

        client.answer = () -> CompletableFuture.completedFuture(null);
        refreshAgain(3);
        await().until(() -> refreshed.get() > 0);
    }

    @Test
    void asksOnceAtATime() {
        CompletableFuture<Void> first = new CompletableFuture<>();
        client.answer = () -> first;
        refreshAgain(1);
        view.refresh();
        view.refresh();
        assertThat(client.asked).hasValue(1);

        first.completeExceptionally(new RedisException("no node answers"));
        refreshAgain(2);
    }

    @Test
    void tellsTheCallerNothingWhenLettuceIsShutDown() {
        resources.shutdown(0, 0, TimeUnit.SECONDS).syncUninterruptibly();
        view.refresh();
        view.refresh();

        assertThat(client.asked).hasValue(0);
    }

    /** Until the nodes have been asked so many times: a refresh that comes while another is under way does nothing. */
    private void refreshAgain(int times) {
        await().until(() -> {
            view.refresh();
            return client.asked.get() >= times;
        });
    }

    @SuppressWarnings("unchecked") // It is asked for its resources alone.
    private static StatefulRedisClusterConnection<byte[], byte[]> connection(ClientResources resources) {
        return (StatefulRedisClusterConnection<byte[], byte[]>) Proxy.newProxyInstance(
                ClusterViewTest.class.getClassLoader(),
                new Class<?>[] {StatefulRedisClusterConnection.class},
                (proxy, method, args) -> {
                    if (method.getName().equals("getResources")) {
                        return resources;
                    }
                    throw new UnsupportedOperationException(method.toString());
                });
    }

    /** Asks no nodes. */
    private static final class Client extends RedisClusterClient {

        final AtomicInteger asked = new AtomicInteger();
        volatile Supplier<CompletionStage<Void>> answer = () -> CompletableFuture.completedFuture(null);

        Client(ClientResources resources) {
            super(resources, List.of(RedisURI.create("redis://127.0.0.1:1")));
        }

        @Override
        public CompletionStage<Void> refreshPartitionsAsync() {
            asked.incrementAndGet();
            return answer.get();
        }
    }
}
