package dev.perigee.transport;

import dev.perigee.error.ConnectionFailedException;
import dev.perigee.invoke.Codecs;
import dev.perigee.invoke.Script;
import dev.perigee.invoke.ScriptDispatch;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.masterreplica.MasterReplica;
import io.netty.util.Timeout;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A connection that script calls are sent over, and all that the client knows of Lettuce. Thread-safe.
 *
 * <p>A call whose script may run only once is written once: if the connection is lost before the reply came, the call fails
 * at once, and is not written again after the reconnect. What surely has not run is sent again within its time limit, as {@link
 * Retries} says. On a connection to one server a call that was not yet written waits for the reconnect, unless Lettuce is set
 * up to reject commands while disconnected.
 */
public final class ScriptTransport implements AutoCloseable {

    private final Topology topology;
    private final Retries retries;
    private final ScriptLoader loader;
    private final ScriptCheck check;
    private final long spin;
    private final @Nullable ScriptKiller killer;
    private final AtomicBoolean closed = new AtomicBoolean();

    ScriptTransport(Topology topology, TransportSettings settings) {
        this.topology = topology;
        this.retries = new Retries(this, topology);
        this.spin = settings.spin().toNanos();
        this.killer = settings.killOnTimeout() ? new ScriptKiller(topology) : null;
        this.loader = new ScriptLoader(topology);
        this.check = new ScriptCheck(topology);
    }

    /**
     * Connects to one server, or through Sentinel to its master.
     *
     * @param uri where; null for the client's own
     * @throws ConnectionFailedException if that fails
     * @throws IllegalArgumentException if there is neither a URI nor one of the client's own
     */
    public static ScriptTransport connect(RedisClient client, @Nullable RedisURI uri, TransportSettings settings) {
        String name = uri == null ? "the server" : uri.toString();
        return opened(name, settings, () -> {
            try {
                return OneServer.open(name, client, uri, settings);
            } catch (IllegalStateException e) {
                if (uri != null || !String.valueOf(e.getMessage()).contains("RedisURI")) {
                    throw new RedisConnectionException(NoReply.describe(e), e);
                }
                throw new IllegalArgumentException(
                        "The RedisClient has no RedisURI of its own: pass one to connect, or to RedisClient.create", e);
            }
        });
    }

    /**
     * Connects to the master among servers; a single URI is asked for the others, or for its Sentinels.
     *
     * @throws ConnectionFailedException if that fails
     * @throws IllegalArgumentException if there is no URI, or scripts are to be killed
     */
    public static ScriptTransport connectReplicas(RedisClient client, List<RedisURI> uris, TransportSettings settings) {
        if (settings.killOnTimeout()) {
            throw new IllegalArgumentException(
                    "killOnTimeout does not work with a connection to a master and its replicas: Lettuce chooses the server of"
                            + " each call itself");
        }
        if (uris.isEmpty()) {
            throw new IllegalArgumentException("no RedisURI was given");
        }
        String name = uris.toString();
        return opened(
                name,
                settings,
                () -> new OneServer(
                        "the master",
                        uris.size() == 1
                                ? MasterReplica.connect(client, ByteArrayCodec.INSTANCE, uris.get(0))
                                : MasterReplica.connect(client, ByteArrayCodec.INSTANCE, uris),
                        settings,
                        null));
    }

    /**
     * Connects to a cluster.
     *
     * @throws ConnectionFailedException if that fails
     */
    public static ScriptTransport connect(RedisClusterClient client, TransportSettings settings) {
        return opened(
                "the cluster", settings, () -> new Cluster(client, client.connect(ByteArrayCodec.INSTANCE), settings));
    }

    private static ScriptTransport opened(String name, TransportSettings settings, Supplier<Topology> open) {
        try {
            return new ScriptTransport(open.get(), settings);
        } catch (RedisException e) {
            throw new ConnectionFailedException(name, NoReply.describe(e), e);
        }
    }

    /**
     * Prepares scripts to be called.
     *
     * @param type the interface that they belong to
     * @param scripts what to send, by the script that was compiled in; usually the same
     * @param codecs what is registered for types of the application
     * @param maxInFlight how many calls of a batch wait for their replies at a time
     */
    public ScriptDispatch bind(Class<?> type, Map<Script, Script> scripts, Codecs codecs, int maxInFlight) {
        int queue = topology.options().getRequestQueueSize();
        return new BoundScripts(this, type, scripts, codecs, Math.max(1, Math.min(maxInFlight, queue)));
    }

    /**
     * Loads scripts on the server, or on every master and replica of the cluster.
     *
     * @return how many there are; fails with {@link dev.perigee.error.ScriptLoadException} if one could not be loaded
     */
    public CompletableFuture<Integer> load(Collection<Script> scripts) {
        return loader.load(scripts);
    }

    /** Asks all servers which of the scripts they lack. Does not fail, and does not take longer than a call may, or five seconds. */
    public CompletableFuture<List<NodeCheck>> check(Collection<Script> scripts) {
        return check.check(scripts);
    }

    /** How long a call waits for its reply; zero for ever. */
    public Duration timeout() {
        return topology.timeout();
    }

    /** Whether {@link #close()} has not been called. */
    public boolean isOpen() {
        return !closed.get();
    }

    /** Closes the connection; calls that still wait for a reply fail. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            topology.close();
        }
    }

    Retries retries() {
        return retries;
    }

    /** How many nanoseconds a caller keeps its thread running before it parks it. */
    long spin() {
        return spin;
    }

    /** Whether scripts are killed that run for longer than their calls may take, so that calls time themselves. */
    boolean killsScripts() {
        return killer != null;
    }

    /** A call's time is up. True if it will be ended soon; false if the caller is to end it. */
    boolean takesOver(PendingCall call) {
        return killer != null && killer.takesOver(call);
    }

    /** Whether this error is the answer to a call whose script was killed because its time was up. */
    boolean hasKilled(ScriptCommand answered) {
        return killer != null && killer.hasKilled(answered);
    }

    void send(ScriptCommand command) {
        if (closed.get()) {
            command.completeExceptionally(closedException());
            return;
        }
        try {
            topology.send(command);
        } catch (RuntimeException e) {
            command.completeExceptionally(e);
        }
    }

    /** Sends a command where a redirection says. */
    void redirect(ScriptCommand command, Refusal redirection) {
        try {
            topology.redirect(command, redirection);
        } catch (RuntimeException e) {
            command.completeExceptionally(e);
        }
    }

    /** Sends commands, and flushes once for each server if nothing waits before them. Never waits. */
    void sendAll(List<ScriptCommand> commands) {
        if (closed.get()) {
            Node.failAll(commands, closedException());
        } else {
            topology.sendAll(commands);
        }
    }

    private static RedisException closedException() {
        return new RedisException("the ScriptClient is closed");
    }

    /** Runs a task on one of Lettuce's threads for such things, or here if they are shut down. */
    void execute(Runnable task) {
        try {
            topology.resources().eventExecutorGroup().execute(task);
        } catch (RejectedExecutionException e) {
            task.run();
        }
    }

    /**
     * As {@link #after}, and to the millisecond, where Lettuce's timer ticks every 100 of them by default; but it costs more
     * if there are many.
     */
    @Nullable
    ScheduledFuture<?> soon(long nanos, Runnable task) {
        try {
            return topology.resources().eventExecutorGroup().schedule(task, nanos, TimeUnit.NANOSECONDS);
        } catch (IllegalStateException | RejectedExecutionException e) {
            return null;
        }
    }

    /** Runs a task some time later, on one of Lettuce's threads for such things, not the timer's own; null if they are shut down. */
    @Nullable
    Timeout after(long nanos, Runnable task) {
        return Later.after(topology.resources(), nanos, task);
    }
}
