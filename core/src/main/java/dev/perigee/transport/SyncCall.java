package dev.perigee.transport;

import dev.perigee.invoke.ScriptCall;
import java.util.concurrent.locks.LockSupport;

/** A call that its caller, who made it, waits for. */
final class SyncCall extends PendingCall {

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

    private void wake(Object how) {
        if (settle(how)) {
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
        long end = limit;
        long start = System.nanoTime();
        boolean extended = false;
        Object how = settled();
        while (how == null) {
            long elapsed = System.nanoTime() - start;
            if (Thread.interrupted()) {
                caller.interrupt();
                settle(NoReply.interrupted(takeBack(), new InterruptedException()));
            } else if (end > 0 && elapsed >= end) {
                if (!extended && transport().takesOver(this)) {
                    extended = true;
                    end += 2 * ScriptKiller.GRACE;
                } else {
                    settle(NoReply.timeout(script().timeout(), takeBack(), lastRefusal()));
                }
            } else if (elapsed < spin) {
                Thread.onSpinWait();
            } else if (end > 0) {
                LockSupport.parkNanos(this, end - elapsed);
            } else {
                LockSupport.park(this);
            }
            how = settled();
        }
        if (how instanceof NoReply failure) {
            throw failure;
        }
        return (ScriptCommand) how;
    }
}
