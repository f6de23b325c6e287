package dev.perigee.transport;

import dev.perigee.invoke.RecordedReply;
import dev.perigee.invoke.ScriptCall;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One call, from its first command until its last reply: more than one only while the script is missing on the server.
 * Completes with the reply, be it an error, or with {@link NoReply}.
 */
final class PendingReply extends CompletableFuture<RecordedReply> implements ReplyListener {

    private static final int MOST_ROUNDS = 3;

    private final Topology topology;
    private final NoScriptRecovery recovery;
    private final BoundScript script;
    private final ScriptCall<?> call;
    private ScriptCommand current;
    private boolean givenUp;
    private int rounds;

    PendingReply(Topology topology, NoScriptRecovery recovery, BoundScript script, ScriptCall<?> call) {
        this.topology = topology;
        this.recovery = recovery;
        this.script = script;
        this.call = call;
        this.current = new ScriptCommand(script, call, this);
    }

    void send() {
        send(current);
    }

    private void send(ScriptCommand command) {
        try {
            topology.send(command, call);
        } catch (RuntimeException e) {
            command.completeExceptionally(e);
        }
    }

    /** A command for another attempt, unless the caller has gone. */
    private void sendAgain() {
        ScriptCommand next = new ScriptCommand(script, call, this);
        synchronized (this) {
            if (givenUp) {
                return;
            }
            current = next;
        }
        send(next);
    }

    @Override
    public void replied(RecordedReply reply) {
        if (reply.isError() && NoScriptRecovery.concerns(reply.errorText())) {
            recover(reply);
        } else {
            complete(reply);
        }
    }

    @Override
    public void failed(Throwable cause, boolean sent) {
        completeExceptionally(NoReply.of(cause, sent));
    }

    private void recover(RecordedReply reply) {
        rounds++;
        if (rounds > MOST_ROUNDS) {
            completeExceptionally(NoReply.notLoaded("it is missing again after " + MOST_ROUNDS + " times", null));
            return;
        }
        CompletionStage<Boolean> recovered;
        try {
            recovered = recovery.recover(script.script(), call, reply.errorText(), rounds);
        } catch (RuntimeException e) {
            // As when the connection is being closed: the answer may be the script's own, so that it has run.
            completeExceptionally(NoReply.lost(e));
            return;
        }
        recovered.whenComplete((missing, failure) -> {
            if (failure != null) {
                Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
                completeExceptionally(cause instanceof NoReply ? cause : NoReply.lost(failure));
            } else if (missing) {
                sendAgain();
            } else {
                complete(reply);
            }
        });
    }

    /**
     * Waits for the reply.
     *
     * @param timeout how long; zero or less for ever
     */
    RecordedReply await(Duration timeout) throws NoReply {
        try {
            return timeout.isZero() || timeout.isNegative() ? get() : get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return giveUp(NoReply.timeout(timeout, withdraw()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return giveUp(NoReply.interrupted(withdraw(), e));
        } catch (ExecutionException e) {
            throw noReply(e.getCause());
        }
    }

    /** Whether the script may have run. */
    private boolean withdraw() {
        ScriptCommand last;
        synchronized (this) {
            givenUp = true;
            last = current;
        }
        return !last.withdraw();
    }

    /** Ends this call with the given failure, unless the reply has come in the meantime. */
    private RecordedReply giveUp(NoReply failure) throws NoReply {
        completeExceptionally(failure);
        try {
            return join();
        } catch (CompletionException e) {
            throw noReply(e.getCause());
        }
    }

    private static NoReply noReply(@Nullable Throwable cause) {
        return cause instanceof NoReply noReply
                ? noReply
                : NoReply.lost(cause == null ? new IllegalStateException("no cause") : cause);
    }
}
