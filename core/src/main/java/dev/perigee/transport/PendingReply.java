package dev.perigee.transport;

import dev.perigee.invoke.RecordedReply;
import dev.perigee.invoke.ScriptCall;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One call, from its first command until its last reply: more than one only while the script is missing on the server, or a
 * slot has moved. Ends at most once by {@link #end}; not at all once it was {@link #withdraw withdrawn}, save for what was
 * under way just then.
 */
abstract class PendingReply<R extends @Nullable Object> extends CompletableFuture<R> implements ReplyListener {

    private static final int MOST_LOADS = 3;

    private final ScriptTransport transport;
    private final BoundScript script;
    private final ScriptCall<?> call;
    private @Nullable ScriptCommand current;
    private boolean givenUp;
    private int misses;
    private int loads;

    PendingReply(ScriptTransport transport, BoundScript script, ScriptCall<?> call) {
        this.transport = transport;
        this.script = script;
        this.call = call;
    }

    final BoundScript script() {
        return script;
    }

    final ScriptCall<?> call() {
        return call;
    }

    final ScriptTransport transport() {
        return transport;
    }

    /** Sends the first command. */
    final void send() {
        ScriptCommand command = nextCommand();
        if (command != null) {
            transport.send(command);
        }
    }

    /** A command for another attempt; null if the caller has gone. */
    final @Nullable ScriptCommand nextCommand() {
        ScriptCommand next = new ScriptCommand(script, call, this);
        synchronized (this) {
            if (givenUp) {
                return null;
            }
            current = next;
        }
        return next;
    }

    @Override
    public final void replied(RecordedReply reply) {
        if (reply.isError() && NoScriptRecovery.concerns(reply.errorText())) {
            misses++;
            recovering();
            transport.recovery().recover(this, reply, misses > 1);
        } else {
            end(reply);
        }
    }

    @Override
    public final void redirected() {
        send();
    }

    @Override
    public final void failed(Throwable cause, boolean sent) {
        end(NoReply.of(cause, sent));
    }

    /** Told before the script is loaded for this call: it will take longer than its first command. */
    void recovering() {}

    /** Whether this call may load its script once more. Where another call does so, it may wait for that without limit. */
    final boolean mayLoad() {
        loads++;
        if (loads > MOST_LOADS) {
            end(NoReply.notLoaded("it is missing again after " + MOST_LOADS + " times", null));
            return false;
        }
        return true;
    }

    /** The server has answered. */
    abstract void end(RecordedReply reply);

    /** There will be no answer. */
    abstract void end(NoReply failure);

    /** Takes the call back, or stops waiting for its reply; true if the script may have run. */
    final boolean withdraw() {
        ScriptCommand last;
        synchronized (this) {
            givenUp = true;
            last = current;
        }
        return last != null && !last.withdraw();
    }
}
