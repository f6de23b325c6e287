package dev.perigee.client;

import dev.perigee.error.InvokerException;
import dev.perigee.error.InvokerException.Reason;
import dev.perigee.invoke.Codecs;
import dev.perigee.invoke.InvokerHost;
import dev.perigee.invoke.Script;
import dev.perigee.invoke.ScriptDispatch;
import dev.perigee.transport.NodeCheck;
import dev.perigee.transport.ScriptTransport;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.cluster.RedisClusterClient;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Serves {@link dev.perigee.RedisScript @RedisScript} interfaces over one connection of its own. Safe for use by many
 * threads; one is enough for an application and a server.
 *
 * <p>Calls go through Lettuce, in one pipeline over one connection to a server. A call is sent at most once: if the
 * connection is lost before its reply came, it fails with
 * {@link dev.perigee.error.ScriptOutcomeUnknownException ScriptOutcomeUnknownException}. What could not be sent fails with
 * {@link dev.perigee.error.ScriptNotExecutedException ScriptNotExecutedException}. A call waits for a broken connection to
 * come back, within the connection's command time-out, unless
 * {@link io.lettuce.core.ClientOptions#getDisconnectedBehavior() Lettuce's options} say to reject it. Scripts that a server
 * lacks are loaded when they are called; {@link #loadScripts()} does so in advance.
 */
public final class ScriptClient implements InvokerHost, AutoCloseable {

    private final ScriptTransport transport;
    private final StaleScriptCheck staleScripts;
    private final Codecs codecs;
    private final int maxInFlight;
    private final Map<String, Script> bound = new ConcurrentHashMap<>();

    private ScriptClient(ScriptTransport transport, ScriptClientOptions options) {
        this.transport = transport;
        this.staleScripts = new StaleScriptCheck(options.staleScripts());
        this.codecs = options.codecs();
        this.maxInFlight = options.maxInFlight();
    }

    /** As {@link #connect(RedisClient, ScriptClientOptions)}, with default options. */
    public static ScriptClient connect(RedisClient client) {
        return connect(client, ScriptClientOptions.defaults());
    }

    /**
     * Connects to the server of the client's own URI, or through Sentinel if that says so.
     *
     * @throws dev.perigee.error.ConnectionFailedException if the connection cannot be made
     * @throws IllegalArgumentException if the client has no URI of its own
     */
    public static ScriptClient connect(RedisClient client, ScriptClientOptions options) {
        Objects.requireNonNull(options, "options");
        return new ScriptClient(ScriptTransport.connect(client, null, options.transport()), options);
    }

    /** As {@link #connect(RedisClient, RedisURI, ScriptClientOptions)}, with default options. */
    public static ScriptClient connect(RedisClient client, RedisURI uri) {
        return connect(client, uri, ScriptClientOptions.defaults());
    }

    /**
     * Connects to the server of a URI, or through Sentinel if that says so.
     *
     * @throws dev.perigee.error.ConnectionFailedException if the connection cannot be made
     */
    public static ScriptClient connect(RedisClient client, RedisURI uri, ScriptClientOptions options) {
        Objects.requireNonNull(uri, "uri");
        Objects.requireNonNull(options, "options");
        return new ScriptClient(ScriptTransport.connect(client, uri, options.transport()), options);
    }

    /** As {@link #connect(RedisClusterClient, ScriptClientOptions)}, with default options. */
    public static ScriptClient connect(RedisClusterClient client) {
        return connect(client, ScriptClientOptions.defaults());
    }

    /**
     * Connects to a cluster. A call goes to the master that owns the slot of its first key; one without keys to any master.
     *
     * @throws dev.perigee.error.ConnectionFailedException if the connection cannot be made
     */
    public static ScriptClient connect(RedisClusterClient client, ScriptClientOptions options) {
        Objects.requireNonNull(options, "options");
        return new ScriptClient(ScriptTransport.connect(client, options.transport()), options);
    }

    /** As {@link #connectReplicas(RedisClient, Iterable, ScriptClientOptions)}, with default options. */
    public static ScriptClient connectReplicas(RedisClient client, RedisURI... uris) {
        return connectReplicas(client, List.of(uris), ScriptClientOptions.defaults());
    }

    /** As {@link #connectReplicas(RedisClient, Iterable, ScriptClientOptions)}, with default options. */
    public static ScriptClient connectReplicas(RedisClient client, Iterable<RedisURI> uris) {
        return connectReplicas(client, uris, ScriptClientOptions.defaults());
    }

    /**
     * Connects to a master and its replicas, as {@link io.lettuce.core.masterreplica.MasterReplica MasterReplica} does:
     * several URIs are taken as the servers; a single one is asked for the others, or names Sentinels. Scripts go to the
     * master.
     *
     * @throws dev.perigee.error.ConnectionFailedException if the connection cannot be made
     */
    public static ScriptClient connectReplicas(
            RedisClient client, Iterable<RedisURI> uris, ScriptClientOptions options) {
        Objects.requireNonNull(options, "options");
        List<RedisURI> servers = new ArrayList<>();
        uris.forEach(servers::add);
        return new ScriptClient(ScriptTransport.connectReplicas(client, servers, options.transport()), options);
    }

    /**
     * An instance of a {@code @RedisScript} interface, by the invoker class that was generated for it. Safe for use by many
     * threads; works as long as this client is open.
     *
     * @throws InvokerException if the invoker is missing, of another version, or out of date
     * @throws IllegalArgumentException if the type is not an interface with {@code @RedisScript}
     * @throws IllegalStateException after {@link #close()}
     */
    public <T> T create(Class<T> type) {
        requireOpen();
        return InvokerFactory.create(type, this);
    }

    /**
     * Loads the scripts of all interfaces created so far, on the server or on every master and replica of the cluster, so that
     * not even the first call of each has to. Waits until that is done, for each server as long as a call may take. A server
     * that cannot be reached does not keep the others from having the scripts.
     *
     * @return how many scripts there are
     * @throws dev.perigee.error.ScriptLoadException if one could not be loaded on a server, naming both
     * @throws IllegalStateException after {@link #close()}
     */
    public int loadScripts() {
        try {
            return loadScriptsAsync().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** As {@link #loadScripts()}, without waiting. */
    public CompletableFuture<Integer> loadScriptsAsync() {
        requireOpen();
        return transport.load(bound.values());
    }

    /**
     * Asks all servers, in a cluster the replicas too, which of the scripts they lack of the interfaces created so far. What is
     * missing is no fault: calls load it. Waits for each server as long as a call may take, five seconds at most.
     *
     * @return what each server said, or why it could not be asked
     * @throws IllegalStateException after {@link #close()}
     */
    public List<NodeScripts> checkScripts() {
        return checkScriptsAsync().join();
    }

    /** As {@link #checkScripts()}, without waiting. */
    public CompletableFuture<List<NodeScripts>> checkScriptsAsync() {
        requireOpen();
        return transport
                .check(bound.values())
                .thenApply(nodes -> nodes.stream().map(ScriptClient::scripts).toList());
    }

    private static NodeScripts scripts(NodeCheck node) {
        List<String> missing = node.missing().stream()
                .map(script -> script.method() + " (" + script.file() + ")")
                .sorted()
                .toList();
        return new NodeScripts(node.node(), missing, node.failure());
    }

    /**
     * Called by invokers.
     *
     * @throws InvokerException if the invoker is of another version, or out of date
     */
    @Override
    public ScriptDispatch bind(int abi, Class<?> type, Script... scripts) {
        requireOpen();
        if (abi != ScriptDispatch.ABI) {
            throw new InvokerException(
                    Reason.OTHER_VERSION,
                    type,
                    "The invoker of " + type.getName() + " was generated for version " + abi
                            + " of the interface between"
                            + " invokers and perigee-core, but this is version " + ScriptDispatch.ABI
                            + ": use perigee-processor and perigee-core of the same version ("
                            + LibraryVersion.current()
                            + "), and compile again",
                    null);
        }
        Map<Script, Script> sent = new HashMap<>();
        for (Script script : scripts) {
            sent.put(script, staleScripts.check(type, script));
        }
        register(sent.values());
        return transport.bind(type, sent, codecs, maxInFlight);
    }

    private void register(Collection<Script> scripts) {
        scripts.forEach(script -> bound.put(script.sha1(), script));
    }

    /** Whether this client can be used: it has not been closed. The connection itself may come and go. */
    public boolean isOpen() {
        return transport.isOpen();
    }

    /**
     * Closes this client's connection. The Lettuce client it was made with stays open. Calls that wait for a reply fail with
     * {@code ScriptOutcomeUnknownException}, later ones with {@code ScriptNotExecutedException}.
     */
    @Override
    public void close() {
        transport.close();
    }

    private void requireOpen() {
        if (!isOpen()) {
            throw new IllegalStateException("the ScriptClient is closed");
        }
    }
}
