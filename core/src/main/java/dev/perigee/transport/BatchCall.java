package dev.perigee.transport;

import dev.perigee.invoke.RecordedReply;
import dev.perigee.invoke.ScriptCall;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The call for one element. Completes with the recorded reply, or with {@link NoReply}, as a value, and tells its run. */
final class BatchCall<T extends @Nullable Object> extends PendingReply<Object> {

    final int index;
    final long deadline;
    private final BatchRun<?, T> run;
    private final ScriptCall<T> typedCall;

    /** Where it is among the calls in flight. Used by its run. */
    int place;

    /** The one that ended before it. Used by its run. */
    @Nullable
    BatchCall<T> endedBefore;

    BatchCall(BatchRun<?, T> run, BatchSource<?, T> source, ScriptCall<T> call, int index, long deadline) {
        super(source.transport(), source.bound(), call);
        this.run = run;
        this.typedCall = call;
        this.index = index;
        this.deadline = deadline;
    }

    @Override
    void end(RecordedReply reply) {
        settle(reply);
    }

    @Override
    void end(NoReply failure) {
        settle(failure);
    }

    private void settle(Object end) {
        if (complete(end)) {
            run.ended(this);
        }
    }

    void expire(Duration limit) {
        end(NoReply.timeout(limit, withdraw()));
    }

    void interrupt(InterruptedException cause) {
        end(NoReply.interrupted(withdraw(), cause));
    }

    /** What this call, which has ended, comes to: its value, or {@link BatchResults.Failed}. */
    @Nullable
    Object result(ReplyDecoding decoding) {
        Object end = join();
        if (end instanceof NoReply failure) {
            return new BatchResults.Failed(failure.toException(script().script()));
        }
        try {
            return decoding.read(script().script(), typedCall, (RecordedReply) end);
        } catch (Throwable e) {
            return new BatchResults.Failed(ReplyDecoding.asException(script().script(), e));
        }
    }
}
