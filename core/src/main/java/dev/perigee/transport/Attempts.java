package dev.perigee.transport;

import org.jspecify.annotations.Nullable;

/** What a call has been through since its first command. Guarded by the call. */
final class Attempts {

    private final PendingCall call;
    private @Nullable ScriptCommand current;
    private boolean mayHaveRun;
    private @Nullable String lastRefusal;
    private int pauses;
    private int redirections;
    private int misses;
    private int loads;

    Attempts(PendingCall call) {
        this.call = call;
        this.current = call;
    }

    /** The command that is under way; null while a call waits to be sent again that surely has not run since. */
    @Nullable
    ScriptCommand current() {
        return current;
    }

    void sending(ScriptCommand next) {
        current = next;
    }

    /** The server has refused the current command: it has not run the script. */
    void refused(String why) {
        synchronized (call) {
            current = null;
            lastRefusal = why;
        }
    }

    /** The current command has ended without an answer, and the call is to be sent again. */
    void lost(boolean sent) {
        synchronized (call) {
            current = null;
            lastRefusal = null;
            mayHaveRun |= sent;
        }
    }

    /** Whether an earlier command may have run the script. */
    boolean mayHaveRun() {
        synchronized (call) {
            return mayHaveRun;
        }
    }

    /** What the server answered last, if it has refused every command that came after a loss. */
    @Nullable
    String lastRefusal() {
        return lastRefusal;
    }

    /** How often the call has waited before it was sent again; counts one more. Afterwards redirections are counted anew. */
    int pause() {
        redirections = 0;
        return pauses++;
    }

    /** How often the call has been redirected since it has waited; counts one more. */
    int redirection() {
        return redirections++;
    }

    /** How often the script was missing; counts one more. */
    int miss() {
        return misses++;
    }

    /** The call begins to load its script. */
    void loading() {
        loads++;
    }

    /** How often the call has begun to load its script. */
    int loads() {
        return loads;
    }
}
