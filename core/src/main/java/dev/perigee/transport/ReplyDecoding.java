package dev.perigee.transport;

import dev.perigee.error.ScriptErrorException;
import dev.perigee.error.ScriptReplyException;
import dev.perigee.invoke.Codecs;
import dev.perigee.invoke.ReplyReader;
import dev.perigee.invoke.Script;
import dev.perigee.invoke.ScriptCall;
import dev.perigee.invoke.ScriptErrors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a reply: a value, or the exception that the call makes of the server's error. Thread-safe. Readers are used
 * again: one is kept at a time, and whoever finds none makes another.
 *
 * <p>Methods throw what {@link ScriptCall#raised} makes of an error, checked or not: generated methods declare what is checked,
 * for the compiler has verified that.
 */
final class ReplyDecoding {

    private final Codecs codecs;
    private final AtomicReference<@Nullable ReplyReader> idle = new AtomicReference<>();

    ReplyDecoding(Codecs codecs) {
        this.codecs = codecs;
    }

    Codecs codecs() {
        return codecs;
    }

    /** Reads the reply to a call. */
    <T extends @Nullable Object> T read(ScriptCall<T> call, ScriptCommand answered) {
        ReplyReader reader = begin(call, answered);
        try {
            return call.readReply(reader);
        } catch (ScriptErrorException e) {
            throw ReplyDecoding.<RuntimeException>unchecked(raised(call, e));
        } finally {
            end(reader);
        }
    }

    /** As {@link #read}, without boxing the number. */
    long readLong(ScriptCall.OfLong call, ScriptCommand answered) {
        ReplyReader reader = begin(call, answered);
        try {
            return call.readLong(reader);
        } catch (ScriptErrorException e) {
            throw ReplyDecoding.<RuntimeException>unchecked(raised(call, e));
        } finally {
            end(reader);
        }
    }

    /** As {@link #read}, without boxing the number. */
    double readDouble(ScriptCall.OfDouble call, ScriptCommand answered) {
        ReplyReader reader = begin(call, answered);
        try {
            return call.readDouble(reader);
        } catch (ScriptErrorException e) {
            throw ReplyDecoding.<RuntimeException>unchecked(raised(call, e));
        } finally {
            end(reader);
        }
    }

    private ReplyReader begin(ScriptCall<?> call, ScriptCommand answered) {
        Script script = answered.script().script();
        if (answered.isError()) {
            throw ReplyDecoding.<RuntimeException>unchecked(
                    raised(call, ScriptErrors.parse(script, answered.errorText())));
        }
        ReplyReader reader = idle.getAndSet(null);
        if (reader == null) {
            reader = new ReplyReader(codecs);
        }
        answered.read(reader, script);
        return reader;
    }

    private void end(ReplyReader reader) {
        reader.clear();
        idle.setRelease(reader);
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
