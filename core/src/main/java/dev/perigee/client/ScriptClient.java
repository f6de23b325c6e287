package dev.perigee.client;

import dev.perigee.invoke.InvokerHost;
import dev.perigee.invoke.Script;
import dev.perigee.invoke.ScriptDispatch;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.cluster.RedisClusterClient;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Signatures only, for others to build against; the bodies follow. */
@SuppressWarnings("DoNotCallSuggester")
public final class ScriptClient implements InvokerHost, AutoCloseable {

    private ScriptClient() {}

    public static ScriptClient connect(RedisClient client) {
        return connect(client, ScriptClientOptions.defaults());
    }

    public static ScriptClient connect(RedisClient client, ScriptClientOptions options) {
        throw new UnsupportedOperationException();
    }

    public static ScriptClient connect(RedisClient client, RedisURI uri) {
        return connect(client, uri, ScriptClientOptions.defaults());
    }

    public static ScriptClient connect(RedisClient client, RedisURI uri, ScriptClientOptions options) {
        throw new UnsupportedOperationException();
    }

    public static ScriptClient connect(RedisClusterClient client) {
        return connect(client, ScriptClientOptions.defaults());
    }

    public static ScriptClient connect(RedisClusterClient client, ScriptClientOptions options) {
        throw new UnsupportedOperationException();
    }

    public static ScriptClient connectReplicas(RedisClient client, RedisURI... uris) {
        return connectReplicas(client, List.of(uris), ScriptClientOptions.defaults());
    }

    public static ScriptClient connectReplicas(RedisClient client, Iterable<RedisURI> uris) {
        return connectReplicas(client, uris, ScriptClientOptions.defaults());
    }

    public static ScriptClient connectReplicas(
            RedisClient client, Iterable<RedisURI> uris, ScriptClientOptions options) {
        throw new UnsupportedOperationException();
    }

    public <T> T create(Class<T> type) {
        throw new UnsupportedOperationException();
    }

    public int loadScripts() {
        throw new UnsupportedOperationException();
    }

    public CompletableFuture<Integer> loadScriptsAsync() {
        throw new UnsupportedOperationException();
    }

    @Override
    public ScriptDispatch bind(int abi, Class<?> type, Script... scripts) {
        throw new UnsupportedOperationException();
    }

    public boolean isOpen() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
