package dev.perigee.transport;

import dev.perigee.error.ScriptErrorException;
import dev.perigee.error.ScriptReplyException;
import dev.perigee.invoke.Codecs;
import dev.perigee.invoke.RecordedReply;
import dev.perigee.invoke.ReplyReader;
import dev.perigee.invoke.Script;
import dev.perigee.invoke.ScriptCall;
import dev.perigee.invoke.ScriptErrors;
import org.jspecify.annotations.Nullable;

/** What becomes of a recorded reply: a value, or the exception that the call makes of the server's error. */
record ReplyDecoding(Codecs codecs) {

    /**
     * Reads the reply. Throws what {@link ScriptCall#raised} makes of an error, checked or not: generated methods declare
     * what is checked, for the compiler has verified that.
     */
    <T extends @Nullable Object> T read(Script script, ScriptCall<T> call, RecordedReply reply) {
        ScriptErrorException error;
        if (reply.isError()) {
            error = ScriptErrors.parse(script, reply.errorText());
        } else {
            try {
                return call.readReply(new ReplyReader(codecs).reset(script, reply));
            } catch (ScriptErrorException e) {
                error = e;
            }
        }
        throw ReplyDecoding.<RuntimeException>unchecked(raised(call, error));
    }

    /** As {@link #read}, for where an exception is a value: what is none becomes one. */
    static Exception asException(Script script, Throwable failure) {
        return failure instanceof Exception exception
                ? exception
                : new ScriptReplyException(
                        script.method(), script.file(), "reading the reply failed: " + failure, failure);
    }

    /** An exception's constructor is the application's code; what it throws keeps the error it was to stand for. */
    private static Throwable raised(ScriptCall<?> call, ScriptErrorException error) {
        try {
            Exception raised = call.raised(error);
            return raised == null ? error : raised;
        } catch (Throwable e) {
            if (e != error) {
                e.addSuppressed(error);
            }
            return e;
        }
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // The cast is to Throwable where it happens.
    private static <X extends Throwable> X unchecked(Throwable failure) throws X {
        throw (X) failure;
    }
}
