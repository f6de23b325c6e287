package dev.perigee.transport;

import dev.perigee.invoke.ScriptCall;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** The servers behind a connection: where calls go, and where their scripts must be loaded. Thread-safe. */
sealed interface Topology permits OneServer, Cluster {

    /** Sends a command to the server its call belongs to. */
    void send(ScriptCommand command, ScriptCall<?> call);

    /** The nodes to load a call's script on when one of them lacks it. */
    CompletionStage<List<Node>> holders(ScriptCall<?> call);

    /** Every node that runs scripts, after the view of the cluster has been brought up to date. */
    CompletionStage<List<Node>> all();

    /** How long to wait for a reply; zero for ever. */
    Duration timeout();

    /** Closes the connection, and nothing else. */
    void close();
}
