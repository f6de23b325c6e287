package dev.perigee.transport;

import dev.perigee.invoke.ScriptCall;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * One call, from its first command, which is this very object, until its last reply. There are more commands only where a
 * server refused one before it ran the script, or where the script may run again: then {@link Attempts} knows of them. Ends
 * at most once by {@link #end}; not at all once it was {@link #takeBack taken back}, save for what was under way just then.
 */
abstract class PendingCall extends ScriptCommand {

    /** Where Lettuce's outputs keep what they come to: here the command that was answered, or {@link NoReply}, or null. */
    private static final VarHandle END;

    static {
        try {
            END = MethodHandles.lookup().findVarHandle(PendingCall.class, "output", Object.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private @Nullable Attempts attempts;
    private boolean takenBack;

    PendingCall(BoundScript script, ScriptCall<?> call) {
        super(script, call);
    }

    final ScriptTransport transport() {
        return script().transport();
    }

    @Override
    final void replied() {
        replied(this);
    }

    @Override
    final void failed(Throwable cause, boolean sent) {
        failed(this, cause, sent);
    }

    /** A command of this call was answered. */
    final void replied(ScriptCommand command) {
        if (command.isError()) {
            transport().retries().consider(this, command);
        } else {
            end(command);
        }
    }

    /** A command of this call got no answer. */
    final void failed(ScriptCommand command, Throwable cause, boolean sent) {
        if (!transport().retries().repeats(this, cause, sent)) {
            end(NoReply.of(cause, sent || mayHaveRun()));
        }
    }

    /** The server has answered this command, and that is the answer to the call. */
    abstract void end(ScriptCommand answered);

    /** There will be no answer. */
    abstract void end(NoReply failure);

    /** Puts something in the place of what is kept there, null at first; false if that is something else by now. */
    final boolean settle(@Nullable Object before, Object how) {
        return END.compareAndSet(this, before, how);
    }

    /** What is kept of how the call has ended. */
    final @Nullable Object settled() {
        return END.getVolatile(this);
    }

    /** Told before anything is sent again: the call will take longer than its first command. */
    void recovering() {}

    /** What is known of the commands after the first one. Only by who holds the last command's answer. */
    final synchronized Attempts attempts() {
        Attempts known = attempts;
        if (known == null) {
            known = new Attempts(this);
            attempts = known;
            recovering();
        }
        return known;
    }

    /**
     * A command for another attempt; null if the caller has gone.
     *
     * @param withText whether to send the script's text
     */
    final @Nullable ScriptCommand repetition(boolean withText) {
        ScriptCommand next = new Repetition(this, withText);
        Attempts known = attempts();
        synchronized (this) {
            if (takenBack) {
                return null;
            }
            known.sending(next);
        }
        return next;
    }

    final synchronized boolean mayHaveRun() {
        return attempts != null && attempts.mayHaveRun();
    }

    /** The call's time is up: ends it, at once or when it is known whether its script could be killed. */
    final void expire() {
        if (!transport().takesOver(this)) {
            end(NoReply.timeout(script().timeout(), takeBack(), lastRefusal()));
        }
    }

    /** The command that is under way; null if there is none just now. */
    final synchronized @Nullable ScriptCommand current() {
        return attempts == null ? this : attempts.current();
    }

    /** Takes the call back, or stops waiting for its reply; true if the script may have run. */
    final boolean takeBack() {
        return takeBack(false);
    }

    /** As {@link #takeBack}, but a command that was sent stays what it is, so that it is seen when it is answered. */
    final boolean leave() {
        return takeBack(true);
    }

    private boolean takeBack(boolean leavesSent) {
        Attempts known;
        ScriptCommand last;
        synchronized (this) {
            takenBack = true;
            known = attempts;
            last = known == null ? this : known.current();
        }
        boolean mayHaveRun = last != null && ((leavesSent && last.isSent()) || !last.withdraw());
        return mayHaveRun || (known != null && known.mayHaveRun());
    }

    /** Why the call has not been answered yet, if a server said so; null otherwise. */
    final synchronized @Nullable String lastRefusal() {
        return attempts == null ? null : attempts.lastRefusal();
    }
}
