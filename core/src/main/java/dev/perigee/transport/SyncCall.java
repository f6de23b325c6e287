package dev.perigee.transport;

import dev.perigee.invoke.ScriptCall;
import java.util.concurrent.locks.LockSupport;

/** A call that its caller, who made it, waits for. */
final class SyncCall extends PendingCall {

    /** In the place of how it ended, while the caller is parked or about to park. */
    private static final Object PARKED = new Object();

    private final Thread caller = Thread.currentThread();

    SyncCall(BoundScript script, ScriptCall<?> call) {
        super(script, call);
    }

    @Override
    void end(ScriptCommand answered) {
        wake(answered);
    }

    @Override
    void end(NoReply failure) {
        wake(failure);
    }

    /** A caller that has not parked yet sees for itself how the call has ended. */
    private void wake(Object how) {
        if (!settle(null, how) && settle(PARKED, how)) {
            LockSupport.unpark(caller);
        }
    }

    /**
     * Waits for the answer.
     *
     * @param limit how many nanoseconds; zero or less for ever
     * @param spin how many of them to keep the thread running
     */
    ScriptCommand await(long limit, long spin) throws NoReply {
        Object how = settled();
        if (how == null) {
            how = awaitEnd(System.nanoTime(), limit, spin);
        }
        if (how instanceof NoReply failure) {
            throw failure;
        }
        return (ScriptCommand) how;
    }

    private Object awaitEnd(long start, long limit, long spin) {
        long end = limit;
        boolean extended = false;
        Object how = settled();
        while (how == null || how == PARKED) {
            long elapsed = System.nanoTime() - start;
            if (Thread.interrupted()) {
                caller.interrupt();
                giveUp(NoReply.interrupted(takeBack(), new InterruptedException()));
            } else if (end > 0 && elapsed >= end) {
                if (!extended && transport().takesOver(this)) {
                    extended = true;
                    end += 2 * ScriptKiller.GRACE;
                } else {
                    giveUp(NoReply.timeout(limit, takeBack(), lastRefusal()));
                }
            } else if (elapsed < spin) {
                Thread.onSpinWait();
            } else if (how == PARKED || settle(null, PARKED)) {
                park(end, elapsed);
            }
            how = settled();
        }
        return how;
    }

    private void park(long end, long elapsed) {
        if (end > 0) {
            LockSupport.parkNanos(this, end - elapsed);
        } else {
            LockSupport.park(this);
        }
    }

    /** Ends the call, unless it has ended by itself just now. */
    private void giveUp(NoReply failure) {
        if (!settle(null, failure)) {
            settle(PARKED, failure);
        }
    }
}
