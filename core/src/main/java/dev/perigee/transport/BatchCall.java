package dev.perigee.transport;

import dev.perigee.invoke.ScriptCall;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The call for one element. Tells its run when it has ended, once. */
final class BatchCall<T extends @Nullable Object> extends PendingCall {

    final int index;
    final long deadline;
    private final BatchRun<?, T> run;

    /** The one that ended before it, until its run takes it in. */
    @Nullable
    BatchCall<T> endedBefore;

    /** Where it is among the calls in flight. Used by its run. */
    int place;

    BatchCall(BatchRun<?, T> run, BatchSource<?, T> source, ScriptCall<T> call, int index, long deadline) {
        super(source.bound(), call);
        this.run = run;
        this.index = index;
        this.deadline = deadline;
    }

    @Override
    void end(ScriptCommand answered) {
        tell(answered);
    }

    @Override
    void end(NoReply failure) {
        tell(failure);
    }

    private void tell(Object how) {
        if (settle(null, how)) {
            run.ended(this);
        }
    }

    void interrupt(InterruptedException cause) {
        end(NoReply.interrupted(takeBack(), cause));
    }

    /** What this call, which has ended, comes to: its value, or {@link BatchResults.Failed}. */
    @Nullable
    @SuppressWarnings("unchecked") // It was made of a call of this type.
    Object result() {
        Object how = Objects.requireNonNull(settled());
        if (how instanceof NoReply failure) {
            return new BatchResults.Failed(failure.toException(script().script()));
        }
        try {
            return script().decoding().read((ScriptCall<T>) call(), (ScriptCommand) how);
        } catch (Throwable e) {
            return new BatchResults.Failed(ReplyDecoding.asException(script().script(), e));
        }
    }
}
