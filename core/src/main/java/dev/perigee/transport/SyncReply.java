package dev.perigee.transport;

import dev.perigee.invoke.RecordedReply;
import dev.perigee.invoke.ScriptCall;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A call that its caller waits for. Completes with the recorded reply, or with {@link NoReply}, as a value. */
final class SyncReply extends PendingReply<Object> {

    SyncReply(ScriptTransport transport, BoundScript script, ScriptCall<?> call) {
        super(transport, script, call);
    }

    @Override
    void end(RecordedReply reply) {
        complete(reply);
    }

    @Override
    void end(NoReply failure) {
        complete(failure);
    }

    /**
     * Waits for the reply.
     *
     * @param timeout how long; zero or less for ever
     */
    RecordedReply await(Duration timeout) throws NoReply {
        try {
            return reply(
                    timeout.isZero() || timeout.isNegative() ? get() : get(timeout.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            return giveUp(NoReply.timeout(timeout, withdraw()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return giveUp(NoReply.interrupted(withdraw(), e));
        } catch (ExecutionException e) {
            throw new IllegalStateException("completes with a value only", e);
        }
    }

    /** Ends this call with the given failure, unless the reply has come in the meantime. */
    private RecordedReply giveUp(NoReply failure) throws NoReply {
        complete(failure);
        return reply(join());
    }

    private static RecordedReply reply(Object end) throws NoReply {
        if (end instanceof NoReply failure) {
            throw failure;
        }
        return (RecordedReply) end;
    }
}
