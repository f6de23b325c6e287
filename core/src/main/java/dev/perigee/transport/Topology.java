package dev.perigee.transport;

import dev.perigee.invoke.ScriptCall;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.resource.ClientResources;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** The servers behind a connection: where calls go, and where their scripts must be loaded. Thread-safe. */
sealed interface Topology permits OneServer, Cluster {

    /** Sends a command to the server its call belongs to. */
    void send(ScriptCommand command);

    /**
     * Sends commands, each to the server its call belongs to, and flushes once for each server. Never waits, and never
     * throws: what cannot be sent fails by itself.
     */
    void sendAll(List<ScriptCommand> commands);

    /** What the nodes of {@link #holders} are together called; the same for calls of which they are the same. */
    String homeOf(ScriptCall<?> call);

    /** The nodes to load a call's script on when one of them lacks it. */
    CompletionStage<List<Node>> holders(ScriptCall<?> call);

    /** Every node that runs scripts, after the view of the cluster has been brought up to date. */
    CompletionStage<List<Node>> all();

    /** How long to wait for a reply; zero for ever. */
    Duration timeout();

    /** How Lettuce is set up on this connection. */
    ClientOptions options();

    /** Lettuce's timer and executors. */
    ClientResources resources();

    /** Fails commands that are not going to be sent; those that have been may have run. */
    static void failAll(List<ScriptCommand> commands, Throwable cause) {
        commands.forEach(command -> command.completeExceptionally(cause));
    }

    /** Closes the connection, and nothing else. */
    void close();
}
