package dev.perigee.transport;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends scripts that run for longer than their calls may take. A call whose time is up waits a little longer, so that it can say
 * what has become of its script. Then its caller goes on, and the command stays where it is: the script can be ended only when
 * the server calls itself busy, which may be later. Thread-safe.
 */
final class ScriptKiller {

    /** How much longer a call waits than it may take. */
    static final long GRACE = TimeUnit.MILLISECONDS.toNanos(500);

    private final Topology topology;

    ScriptKiller(Topology topology) {
        this.topology = topology;
    }

    /**
     * A call's time is up; false if it is not under way, or nothing can be done about it. If true the call is ended soon. May be
     * called again for the same call.
     */
    boolean takesOver(PendingCall call) {
        ScriptCommand command = call.current();
        NodeKills kills = command == null ? null : killsOf(command);
        return command != null && kills != null && (kills.contains(command) || begins(call, command, kills));
    }

    private @Nullable NodeKills killsOf(ScriptCommand command) {
        for (Node node : topology.opened()) {
            NodeKills kills = node.kills();
            if (kills != null && kills.concern(command)) {
                return kills;
            }
        }
        return null;
    }

    private boolean begins(PendingCall call, ScriptCommand command, NodeKills kills) {
        if (!Later.precisely(topology.resources(), GRACE, () -> call.end(overdue(call)))) {
            return false;
        }
        kills.add(call, command);
        return true;
    }

    private static NoReply overdue(PendingCall call) {
        return NoReply.timeout(call.script().timeout(), call.leave(), call.lastRefusal());
    }

    /** Whether this is the answer to a call whose script was ended here. */
    boolean hasKilled(ScriptCommand answered) {
        NodeKills kills = NodeKills.isKilled(answered.errorText()) ? killsOf(answered) : null;
        return kills != null && kills.hasKilled(answered);
    }
}
