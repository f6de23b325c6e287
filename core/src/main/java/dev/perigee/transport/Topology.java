package dev.perigee.transport;

import dev.perigee.invoke.ScriptCall;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.resource.ClientResources;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** The servers behind a connection: where calls go, and where their scripts must be loaded. Thread-safe. */
sealed interface Topology permits OneServer, Cluster {

    /** Sends a command to the server its call belongs to. What cannot be sent fails by itself. Never waits. */
    void send(ScriptCommand command);

    /** As {@link #send}, and flushes once for each server. */
    void sendAll(List<ScriptCommand> commands);

    /** Whether a redirection concerns a call's slot, and is to be followed. */
    boolean follows(Refusal redirection, ScriptCall<?> call);

    /** Sends a command where a redirection says. */
    void redirect(ScriptCommand command, Refusal redirection);

    /**
     * Whether a command that failed before it was written may find another server, or the same one again. If so, the view of
     * the servers is being brought up to date.
     */
    boolean isWorthAnotherTry(Throwable failure);

    /** The servers have changed, or the view of them has: brings it up to date, in time. */
    void refresh();

    /** Whether calls of scripts that write nothing may go to servers that scripts are not loaded on. */
    boolean readsFromReplicas();

    /** What the nodes of {@link #holders} are together called; the same for calls of which they are the same. */
    String homeOf(ScriptCall<?> call);

    /** The nodes to load a call's script on when one of them lacks it. */
    CompletionStage<List<Node>> holders(ScriptCall<?> call);

    /** Every node that runs scripts, after the view of the cluster has been brought up to date. */
    CompletionStage<List<Node>> all();

    /** Every node that scripts run on, replicas of a cluster too, as far as is known. */
    List<Node> everyNode();

    /** Every node that there is a connection to. */
    Collection<Node> opened();

    /** Brings the view of the servers up to date now. */
    CompletionStage<Void> refreshed();

    /** How long to wait for a reply; zero for ever. */
    Duration timeout();

    /** How Lettuce is set up on this connection. */
    ClientOptions options();

    /** Lettuce's timer and executors. */
    ClientResources resources();

    /** Closes the connection, and nothing else. */
    void close();
}
