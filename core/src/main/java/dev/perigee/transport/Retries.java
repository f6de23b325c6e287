package dev.perigee.transport;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisException;
import io.netty.util.concurrent.ScheduledFuture;
import java.io.IOException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a call is sent again, and does so: after an answer that proves that the script has not run, for every call;
 * after a lost connection, if the command was not written and another server may take it, or if the script may run again.
 * Redirections are followed at once, some times; everything else waits, twice as long each time up to a limit, and a random
 * part of that less, so that callers do not come back all together. There is no end to that but the call's time limit: whoever
 * waits for the call takes it back then.
 */
final class Retries {

    private static final int REDIRECTIONS_AT_ONCE = 5;
    private static final long FIRST_PAUSE = TimeUnit.MILLISECONDS.toNanos(1);
    private static final int MOST_DOUBLINGS = 6;

    private final ScriptTransport transport;
    private final Topology topology;
    private final NoScriptRecovery noScript;

    Retries(ScriptTransport transport, Topology topology) {
        this.transport = transport;
        this.topology = topology;
        this.noScript = new NoScriptRecovery(topology, this);
    }

    /** A call's command was answered with an error. Ends the call with that, or sends it again. */
    void consider(PendingCall call, ScriptCommand command) {
        String error = command.errorText();
        if (NoScriptRecovery.concerns(error)) {
            recover(call, command);
            return;
        }
        Refusal refusal = Refusal.of(error);
        if (refusal == null) {
            if (transport.hasKilled(command)) {
                NoReply killed = NoReply.killed(call.script().timeout());
                call.end(call.mayHaveRun() ? NoReply.lost(killed) : killed);
            } else {
                call.end(command);
            }
        } else if (!refusal.cause().isRedirection()) {
            call.attempts().refused(error);
            topology.refresh();
            pause(call);
        } else if (topology.follows(refusal, call.call())) {
            call.attempts().refused(error);
            redirect(call, refusal);
        } else {
            call.end(command);
        }
    }

    /** What only reads may run again, so that nothing needs to be proven, and where it was missing need not be known. */
    private void recover(PendingCall call, ScriptCommand command) {
        boolean again = call.attempts().miss() > 0;
        if (command.isWithText()) {
            call.end(command);
        } else if (call.script().script().isReadOnly() && topology.readsFromReplicas()) {
            send(call.repetition(true));
        } else {
            noScript.recover(call, command, again);
        }
    }

    private void redirect(PendingCall call, Refusal refusal) {
        if (call.attempts().redirection() >= REDIRECTIONS_AT_ONCE) {
            topology.refresh();
            pause(call);
            return;
        }
        ScriptCommand next = call.repetition(false);
        if (next != null) {
            transport.redirect(next, refusal);
        }
    }

    /** A call's command got no answer; true if the call is sent again. */
    boolean repeats(PendingCall call, Throwable cause, boolean sent) {
        if (!transport.isOpen() || !isLoss(cause)) {
            return false;
        }
        if (sent ? !call.script().mayRepeat() : !topology.isWorthAnotherTry(cause)) {
            return false;
        }
        call.attempts().lost(sent);
        topology.refresh();
        pause(call);
        return true;
    }

    /** It could not be found out whether a call missed its script, or the script could not be loaded. */
    void unsettled(PendingCall call, NoReply failure) {
        boolean lost = transport.isOpen() && failure.getCause() != null && isLoss(failure.getCause());
        if (lost && (!failure.isSent() || call.script().mayRepeat())) {
            call.attempts().lost(failure.isSent());
            topology.refresh();
            pause(call);
        } else {
            call.end(call.attempts().mayHaveRun() ? NoReply.lost(failure) : failure);
        }
    }

    /** Whether the connection is to blame: not a time limit, a caller who gave up, a full queue, or the server's answer. */
    static boolean isLoss(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof IOException) {
            return true;
        }
        return cause instanceof RedisException
                && !(cause instanceof RedisCommandTimeoutException)
                && !(cause instanceof RedisCommandExecutionException)
                && !String.valueOf(cause.getMessage()).contains("size exceeded");
    }

    /** Sends a call again in a while. */
    void pause(PendingCall call) {
        long longest = FIRST_PAUSE << Math.min(call.attempts().pause(), MOST_DOUBLINGS);
        long nanos = longest / 2 + ThreadLocalRandom.current().nextLong(longest / 2 + 1);
        ScheduledFuture<?> next = transport.soon(nanos, () -> send(call.repetition(false)));
        if (next == null) {
            shutDown(call);
        } else {
            next.addListener(done -> {
                if (done.isCancelled()) {
                    shutDown(call);
                }
            });
        }
    }

    /** Lettuce's threads run nothing more. */
    private static void shutDown(PendingCall call) {
        NoReply closed = NoReply.notSent("the client is closed", null);
        call.end(call.attempts().mayHaveRun() ? NoReply.lost(closed) : closed);
    }

    private void send(@Nullable ScriptCommand command) {
        if (command != null) {
            transport.send(command);
        }
    }
}
