package dev.perigee.transport;

import dev.perigee.error.ScriptException;
import dev.perigee.error.ScriptNotExecutedException;
import dev.perigee.error.ScriptOutcomeUnknownException;
import dev.perigee.invoke.Script;
import io.lettuce.core.RedisCommandTimeoutException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A call without an answer, on its way from where that was found out to the caller's thread, where it becomes an exception
 * with the caller's stack trace. Has none of its own.
 */
final class NoReply extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean sent;

    private NoReply(String problem, boolean sent, @Nullable Throwable cause) {
        super(problem, cause, false, false);
        this.sent = sent;
    }

    /** @param sent whether the script may have run */
    static NoReply of(Throwable cause, boolean sent) {
        if (cause instanceof RedisCommandTimeoutException) {
            return timedOut(cause, sent);
        }
        return sent ? lost(cause) : notSent(describe(cause), cause);
    }

    /**
     * The call's time is up.
     *
     * @param nanos how long it was
     * @param refusal why the server would not run the script, if it said so last
     */
    static NoReply timeout(long nanos, boolean sent, @Nullable String refusal) {
        String limit = limit(nanos);
        if (sent) {
            return new NoReply(
                    "no reply " + limit + "; the script may have run, or may still run"
                            + (refusal == null ? "" : ", though the server has answered before: " + refusal),
                    true,
                    null);
        }
        return refusal == null
                ? new NoReply("not sent " + limit + ", for the connection to Redis is down", false, null)
                : new NoReply("not run " + limit + ", for the server keeps answering: " + refusal, false, null);
    }

    /** The call's time was up, and so its script was killed. That is possible only as long as it has written nothing. */
    static NoReply killed(long nanos) {
        return new NoReply(withoutReply(nanos) + "; the script was killed before it wrote anything", false, null);
    }

    /** The call's time was up, and the server would not kill its script. */
    static NoReply notKilled(long nanos, String reason) {
        String why = reason.startsWith("UNKILLABLE")
                ? "; the script goes on, and cannot be killed since it has written: "
                : "; the script goes on, and could not be killed: ";
        return new NoReply(withoutReply(nanos) + why + reason, true, null);
    }

    private static String withoutReply(long nanos) {
        return "no reply " + limit(nanos);
    }

    private static String limit(long nanos) {
        return "within " + TimeUnit.NANOSECONDS.toMillis(nanos) + " ms";
    }

    /** Lettuce has time limits of its own, which need not be the connection's. */
    private static NoReply timedOut(Throwable cause, boolean sent) {
        return sent
                ? new NoReply(
                        "no reply in time; the script may have run, or may still run: " + describe(cause), true, cause)
                : new NoReply(
                        "not sent in time, for the connection to Redis is down: " + describe(cause), false, cause);
    }

    static NoReply interrupted(boolean sent, InterruptedException cause) {
        return sent
                ? new NoReply("interrupted while waiting for the reply; the script may have run", true, cause)
                : new NoReply("interrupted before it was sent", false, cause);
    }

    static NoReply lost(Throwable cause) {
        return new NoReply("sent, but no reply came; the script may have run: " + describe(cause), true, cause);
    }

    static NoReply notSent(String reason, @Nullable Throwable cause) {
        return new NoReply("not sent: " + reason, false, cause);
    }

    static NoReply notLoaded(String reason, @Nullable Throwable cause) {
        return new NoReply("the server does not have the script, and loading it failed: " + reason, false, cause);
    }

    /** Whether the script may have run. */
    boolean isSent() {
        return sent;
    }

    ScriptException toException(Script script) {
        String problem = String.valueOf(getMessage());
        return sent
                ? new ScriptOutcomeUnknownException(script.method(), script.file(), problem, getCause())
                : new ScriptNotExecutedException(script.method(), script.file(), problem, getCause());
    }

    /**
     * The message of the innermost cause, or of one further out that says the same and more: Netty adds the address to
     * what the operating system says.
     */
    static String describe(Throwable failure) {
        String described = failure.getClass().getSimpleName();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = cause.getMessage();
            if (message != null && !described.startsWith(message)) {
                described = message;
            }
        }
        return described;
    }
}
