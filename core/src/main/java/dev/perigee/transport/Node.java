package dev.perigee.transport;

import dev.perigee.invoke.Script;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.masterreplica.StatefulRedisMasterReplicaConnection;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.Command;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import io.lettuce.core.protocol.RedisCommand;
import io.lettuce.core.resource.ClientResources;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One server, and the connection that script calls to it go over. Thread-safe. */
final class Node implements RedisConnectionStateListener {

    private final String name;
    private final CompletionStage<StatefulRedisConnection<byte[], byte[]>> opening;
    private final boolean waitsForReconnect;
    private final boolean consolidatesFlushes;
    private final @Nullable Supplier<Control> control;
    private final NodeScripts scripts;
    private volatile @Nullable StatefulRedisConnection<byte[], byte[]> connection;

    /** What is under way, where Lettuce's wrappers would hide from a command that its connection is gone, or scripts are killed. */
    private volatile @Nullable UnderWay underWay;

    private volatile @Nullable NodeKills kills;

    // Both are null if Lettuce itself chooses among several servers.
    private volatile @Nullable Outbox outbox;
    private volatile @Nullable Deadlines deadlines;

    /** Whether Lettuce rejects commands while the connection is down. */
    private volatile boolean rejects;

    /**
     * A node whose connection is open, or will be.
     *
     * @param name what it is called in messages: its address, if that is known
     * @param waitsForReconnect whether what is sent while the connection is down waits for it to come back; otherwise it
     *     fails at once
     * @param control opens another connection to kill scripts over; null if they are not to be killed
     */
    Node(
            String name,
            CompletionStage<? extends StatefulRedisConnection<byte[], byte[]>> opening,
            boolean waitsForReconnect,
            boolean consolidateFlushes,
            @Nullable Supplier<Control> control) {
        this.control = control;
        this.name = name;
        this.waitsForReconnect = waitsForReconnect;
        this.consolidatesFlushes = consolidateFlushes;
        this.opening = opening.thenApply(this::opened);
        this.scripts = new NodeScripts(this.opening);
    }

    /** Before anybody else learns that the connection is open. */
    private StatefulRedisConnection<byte[], byte[]> opened(StatefulRedisConnection<byte[], byte[]> open) {
        ClientResources resources = open.getResources();
        if (control != null
                || resources.commandLatencyRecorder().isEnabled()
                || resources.tracing().isEnabled()) {
            UnderWay known = new UnderWay();
            underWay = known;
            kills = control == null
                    ? null
                    : new NodeKills(resources, name, control.get(), known, () -> Heartbeat.of(open));
        }
        rejects = rejectsWhileDown(open.getOptions());
        if (!(open instanceof StatefulRedisMasterReplicaConnection<?, ?>)) {
            deadlines = new Deadlines();
            // Where Lettuce counts those that wait, it has to know of them.
            boolean unbounded = open.getOptions().getRequestQueueSize() == Integer.MAX_VALUE;
            outbox = consolidatesFlushes && unbounded
                    ? new Outbox(this::dispatchOrFail, this::dispatchOrFail, this::isConnected, this::execute)
                    : null;
        }
        open.addListener(this);
        // Calls keep their time themselves: Lettuce would set a timer for each command.
        open.setTimeout(Duration.ZERO);
        connection = open;
        return open;
    }

    String name() {
        return name;
    }

    /** How scripts are killed on it; null if they are not. */
    @Nullable
    NodeKills kills() {
        return kills;
    }

    /** Whether it can be sent to just now, as far as is known. */
    boolean isConnected() {
        StatefulRedisConnection<byte[], byte[]> open = connection;
        return open != null && open.isOpen();
    }

    /** Whether the first connection to it is being made. */
    boolean isOpening() {
        return !opening.toCompletableFuture().isDone();
    }

    /**
     * Whether this node's connection has been closed for good, so that another one is to be opened. One that Lettuce calls not
     * open may only be disconnected.
     */
    boolean isClosed() {
        StatefulRedisConnection<byte[], byte[]> open = connection;
        return open == null
                ? opening.toCompletableFuture().isCompletedExceptionally()
                : open instanceof RedisChannelHandler<?, ?> handler && handler.isClosed();
    }

    @Override
    public void onRedisDisconnected(RedisChannelHandler<?, ?> handler) {
        UnderWay lost = underWay;
        if (lost != null) {
            lost.lost();
        }
        Outbox waiting = outbox;
        if (waiting != null) {
            waiting.disconnected();
        }
    }

    /** Which asynchronous calls are to be ended when; null if they have to see to it themselves. */
    @Nullable
    Deadlines deadlines() {
        return deadlines;
    }

    /**
     * The event loop is writing this command. False if it is not to: the connection is gone or being closed. What waits for a
     * reconnect, Lettuce writes again then.
     */
    boolean writes(ScriptCommand command) {
        Outbox way = outbox;
        if (way != null) {
            way.written(command);
        }
        if (isConnected()) {
            return true;
        }
        if (!waitsForReconnect || isClosed()) {
            command.isLost();
        }
        return false;
    }

    /** This command has ended. */
    void ended(ScriptCommand command) {
        Outbox way = outbox;
        if (way != null) {
            way.ended(command);
        }
    }

    private void execute(Runnable task) {
        try {
            requireOpen().getResources().eventExecutorGroup().execute(task);
        } catch (RejectedExecutionException | RedisConnectionException e) {
            task.run();
        }
    }

    /** Sends a command, as soon as the connection is open. What cannot be sent fails by itself. */
    void send(ScriptCommand command) {
        if (connection == null) {
            whenOpen(List.of(command), () -> send(command));
        } else if (isRefused()) {
            command.completeExceptionally(away());
        } else {
            command.give(this);
            Outbox way = outbox;
            if (way == null) {
                dispatch(command);
            } else {
                way.send(command);
            }
        }
    }

    /** Sends commands, and flushes once if nothing waits before them. */
    void send(List<ScriptCommand> commands) {
        if (commands.isEmpty()) {
            return;
        }
        if (connection == null) {
            whenOpen(commands, () -> send(commands));
        } else if (isRefused()) {
            failAll(commands, away());
        } else {
            for (ScriptCommand command : commands) {
                command.give(this);
            }
            Outbox way = outbox;
            if (way == null) {
                dispatch(commands);
            } else {
                way.send(commands);
            }
        }
    }

    /** Sends a command for a slot that this node is about to take over. */
    void sendAsking(ScriptCommand command) {
        if (connection == null) {
            whenOpen(List.of(command), () -> sendAsking(command));
        } else if (isRefused()) {
            command.completeExceptionally(away());
        } else {
            try {
                command.give(this);
                watch(command);
                requireOpen()
                        .dispatch(List.<RedisCommand<byte[], byte[], ?>>of(
                                new Command<>(
                                        CommandType.ASKING,
                                        new StatusOutput<>(ByteArrayCodec.INSTANCE),
                                        new CommandArgs<>(ByteArrayCodec.INSTANCE)),
                                command));
            } catch (RuntimeException e) {
                command.completeExceptionally(e);
            }
        }
    }

    private void whenOpen(List<ScriptCommand> commands, Runnable send) {
        commands.forEach(ScriptCommand::waitsElsewhere);
        opening.whenComplete((open, failure) -> {
            if (failure == null) {
                send.run();
            } else {
                failAll(
                        commands,
                        failure instanceof CompletionException && failure.getCause() != null
                                ? failure.getCause()
                                : failure);
            }
        });
    }

    private RedisConnectionException away() {
        return new RedisConnectionException("not connected to " + name);
    }

    /** Whether what is sent now would fail: the connection has been open, and is down or closed. */
    private boolean isRefused() {
        return connection != null && !isConnected() && (!waitsForReconnect || rejects || isClosed());
    }

    private static boolean rejectsWhileDown(ClientOptions options) {
        return switch (options.getDisconnectedBehavior()) {
            case REJECT_COMMANDS -> true;
            case ACCEPT_COMMANDS -> false;
            case DEFAULT -> !options.isAutoReconnect();
        };
    }

    /** As {@link #dispatch}, by whoever has the turn: what is done when others' calls fail is not to be done by that one. */
    private void dispatchOrFail(ScriptCommand command) {
        if (isRefused()) {
            execute(() -> command.completeExceptionally(away()));
        } else {
            dispatch(command);
        }
    }

    private void dispatchOrFail(List<ScriptCommand> commands) {
        if (isRefused()) {
            execute(() -> failAll(commands, away()));
        } else {
            dispatch(commands);
        }
    }

    private void dispatch(ScriptCommand command) {
        try {
            watch(command);
            requireOpen().dispatch(command);
        } catch (Throwable e) {
            command.completeExceptionally(e);
        }
    }

    private void dispatch(List<ScriptCommand> commands) {
        try {
            if (underWay != null) {
                commands.forEach(this::watch);
            }
            requireOpen().dispatch(commands);
        } catch (Throwable e) {
            failAll(commands, e);
        }
    }

    private void watch(ScriptCommand command) {
        UnderWay watched = underWay;
        if (watched != null) {
            watched.add(command);
        }
    }

    private StatefulRedisConnection<byte[], byte[]> requireOpen() {
        StatefulRedisConnection<byte[], byte[]> open = connection;
        if (open == null) {
            throw away();
        }
        return open;
    }

    /** Fails commands that are not going to be sent; those that have been may have run. */
    static void failAll(List<ScriptCommand> commands, Throwable cause) {
        List.copyOf(commands).forEach(command -> command.completeExceptionally(cause));
    }

    /** Ends when the connection is open; fails if it cannot be opened, or is down and nothing waits for it to come back. */
    CompletionStage<?> ready() {
        return isRefused() ? CompletableFuture.failedFuture(away()) : opening;
    }

    /** What scripts the server has; what is asked of it while the connection is down waits, or fails, as Lettuce is set up. */
    NodeScripts scripts() {
        return scripts;
    }

    /** Which of the scripts the server lacks; fails if it is not connected, or with what Lettuce fails with. */
    CompletionStage<List<Script>> missing(List<Script> wanted) {
        return connection != null && !isConnected() ? CompletableFuture.failedFuture(away()) : scripts.missing(wanted);
    }

    @Override
    public String toString() {
        return name;
    }
}
